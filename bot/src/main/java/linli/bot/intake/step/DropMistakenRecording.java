package linli.bot.intake.step;

import java.util.Optional;
import java.util.regex.Pattern;
import linli.bot.ticket.Recordings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 发错了 after a recording: nobody needs to listen to it (D5 case 50). */
@Component
@Order(15)
class DropMistakenRecording implements Step {

    private static final Pattern MISTAKE =
            Pattern.compile("(?:不好意思|抱歉|对不起|sorry|哎呀|唉)?[，,。!！~～ ]*(?:刚才|刚刚|上面)?(?:点错|发错|按错|误发|误触|碰到|整错|打错)(?:了|群了|啦|咯|哈|哦|的)?[了哈哦，,。!！~～ ]*(?:不好意思|抱歉|忽略)?[哈哦。!！~～ ]*");

    private final Recordings recordings;

    DropMistakenRecording(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Optional<String> take(Heard heard) {
        boolean dropped = MISTAKE.matcher(heard.words().strip()).matches() && recordings.sentByMistake(heard.group().id(), heard.message());
        return dropped ? Optional.of("recording-dropped") : Optional.empty();
    }
}

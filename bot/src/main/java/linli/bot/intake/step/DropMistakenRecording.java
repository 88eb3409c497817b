package linli.bot.intake.step;

import java.util.Optional;
import java.util.regex.Pattern;
import linli.bot.text.Texts;
import linli.bot.ticket.Recordings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 发错了 after a recording: nobody needs to listen to it (D5 case 50). */
@Component
@Order(15)
class DropMistakenRecording implements Step {

    private static final Pattern MISTAKE = Pattern.compile(Texts.of("intake.mistake"));

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

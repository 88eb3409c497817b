package linli.bot.intake.step;

import java.util.Map;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.reply.Replies;
import linli.bot.settings.Settings;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Says an approved sentence in the group of a line that asked for it, at once and once. */
@Component
class Answers {

    private final Replies replies;
    private final Outbox outbox;
    private final Settings settings;
    private final CommunityClock clock;

    Answers(Replies replies, Outbox outbox, Settings settings, CommunityClock clock) {
        this.replies = replies;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    void say(Heard heard, String reply, Map<String, String> values) {
        sayText(heard, reply, replies.say(reply, values));
    }

    /** The line every question that is not the bot's to answer gets (C18). */
    void sayContact(Heard heard) {
        say(heard, "contact", phone("电话", "community"));
    }

    void sayText(Heard heard, String reason, String text) {
        if (heard.message().late()) {
            return;
        }
        outbox.put(Draft.toGroup(
                "answer:" + heard.message().id() + ":" + reason,
                outbox.groupRoute(),
                heard.group().externalChatId(),
                text,
                reason,
                true,
                clock.now()));
    }

    /** The community's number under the brace's name; nothing when the community gave none, so that its clause is left out. */
    Map<String, String> phone(String brace, String key) {
        return settings.phone(key).map(number -> Map.of(brace, number)).orElse(Map.of());
    }
}

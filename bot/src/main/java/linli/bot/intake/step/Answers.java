package linli.bot.intake.step;

import java.time.Instant;
import java.util.Map;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Trouble;
import linli.bot.reply.Replies;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Says an approved sentence in the group of a line that asked for it, at once and once. */
@Component
class Answers {

    private final Replies replies;
    private final Outbox outbox;
    private final CommunityClock clock;

    Answers(Replies replies, Outbox outbox, CommunityClock clock) {
        this.replies = replies;
        this.outbox = outbox;
        this.clock = clock;
    }

    void say(Heard heard, String reply, Map<String, String> values) {
        sayText(heard, reply, replies.say(reply, values));
    }

    /** The line every question that is not the bot's to answer gets (C18). */
    void sayContact(Heard heard) {
        say(heard, "contact", Map.of());
    }

    /** The same where a person looks into it; some matters have their own contact line ({@code contact-<kind>}). */
    void sayContact(Heard heard, Trouble trouble) {
        String own = "contact-" + trouble.kind();
        say(heard, replies.has(own) ? own : "contact", Map.of());
    }

    void sayText(Heard heard, String reason, String text) {
        put(heard, "answer:" + heard.message().id() + ":" + reason, text, reason, true, clock.now());
    }

    /** What the assistant was not asked itself: in the group's turn, and the same words about the same thing once. */
    void sayOnce(Heard heard, String about, String text) {
        put(heard, "answer:" + about + ":" + Integer.toHexString(text.hashCode()), text, "update", false, heard.at());
    }

    private void put(Heard heard, String key, String text, String reason, boolean solicited, Instant at) {
        if (heard.message().late()) {
            return;
        }
        outbox.put(Draft.toGroup(
                key,
                outbox.groupRoute(),
                heard.group().externalChatId(),
                text,
                reason,
                solicited,
                at));
    }
}

package linli.bot.intake.step;

import java.time.Instant;
import java.util.Optional;
import linli.bot.community.ChatGroup;
import linli.bot.community.Member;
import linli.bot.inbox.StoredMessage;
import linli.bot.parsing.Understanding;
import linli.bot.privacy.Masking;
import linli.bot.staff.Actor;
import linli.bot.staff.Staff;
import linli.bot.thread.ThreadReading;

/**
 * A line as a step sees it.
 *
 * @param member what is known of the speaker; empty when WeCom has not shown the person yet
 * @param staff the speaker's staff record, empty for a resident
 * @param reading what the line means in its thread
 * @param words the words as they were said; a step must not log them
 */
public record Heard(
        ChatGroup group,
        Optional<Member> member,
        Optional<Staff> staff,
        StoredMessage message,
        String words,
        boolean addressed,
        ThreadReading reading) {

    /** What the words mean, believed as far as their thread bears them out. */
    public Understanding understanding() {
        return reading.line();
    }

    public String speaker() {
        return message.senderId();
    }

    public Instant at() {
        return message.sentAt();
    }

    public boolean isFromStaff() {
        return staff.isPresent() || member.map(Member::internal).orElse(false);
    }

    /** The speaker as history names a resident. */
    public Actor resident() {
        return Actor.resident(speaker(), Masking.nickname(member.map(Member::nickname).orElse("")));
    }
}

package linli.bot.thread;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One of the last lines of a group, and what it was taken for.
 *
 * @param topic id of the trouble it belongs to, null when to none
 * @param words what was said, if it is brief and may be the beginning of something: people tell one trouble in three lines;
 *     otherwise null
 */
public record Turn(String speaker, boolean staff, Instant at, Action action, String topic, String words) {

    private static final int BRIEF = 16;
    /** Whoever's number this is, it must not be kept with the group. */
    private static final Pattern NUMBER = Pattern.compile("\\d{5}");

    static Turn of(Said said, ThreadReading reading, String topic) {
        String words = reading.line().words();
        boolean beginning = topic == null && !said.staff() && reading.line().command() == null
                && !words.isBlank() && words.length() <= BRIEF && !NUMBER.matcher(words).find();
        return new Turn(said.speaker(), said.staff(), said.at(), reading.action(), topic, beginning ? words : null);
    }

    /** The same without its words: chat is not kept. */
    Turn wordless() {
        return words == null ? this : new Turn(speaker, staff, at, action, topic, null);
    }
}

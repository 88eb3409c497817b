package linli.bot.inbox;

import java.time.Instant;
import java.util.List;

/** What happens to lines. Implemented by intake; runs inside the worker's transaction. */
public interface MessageHandler {

    /**
     * Takes lines of one group in the order they were said. All they lead to is written when it returns.
     *
     * @return what became of each, in the same order; fewer, or none, when something is to happen {@link #before} the next
     */
    List<Disposition> handle(List<Spoken> lines);

    /** Does what falls due before a line of that group said then; outside any transaction. */
    default void before(String chatId, Instant saidAt) { }

    /** @param words the words as they were said */
    record Spoken(StoredMessage message, String words) {}

    /** What became of a line: the outcome is a word for the record; a held line waits for its group to be bound. */
    record Disposition(String outcome, boolean held, boolean forget) {

        public static Disposition done(String outcome) {
            return new Disposition(outcome, false, false);
        }

        /** The group is not bound: kept unread. */
        public static Disposition hold() {
            return new Disposition("unbound", true, false);
        }

        /** The speaker does not want to be read: the words are dropped. */
        public static Disposition forget(String outcome) {
            return new Disposition(outcome, false, true);
        }
    }
}

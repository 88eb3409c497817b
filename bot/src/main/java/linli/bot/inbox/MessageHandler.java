package linli.bot.inbox;

/** What happens to a line. Implemented by intake; runs inside the worker's transaction. */
public interface MessageHandler {

    /**
     * @param text the words as they were said
     * @return what became of it
     */
    Disposition handle(StoredMessage message, String text);

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

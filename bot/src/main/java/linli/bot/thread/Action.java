package linli.bot.thread;

/**
 * What a line does to a trouble: OPEN a new one, MORE facts, SAME trouble of another household, ASK for progress, HANDLE
 * it, say that it is DONE, REOPEN it; IGNORE belongs to none.
 */
public enum Action {
    OPEN, MORE, SAME, ASK, HANDLE, DONE, REOPEN, IGNORE;

    /** Whether the line belongs to a trouble that somebody told before. */
    public boolean follows() {
        return this != OPEN && this != IGNORE;
    }
}

package linli.bot.wecom;

/** What an error of WeCom asks of us. */
public enum Advice {
    /** Busy or a stale token: the same call may work in a moment. A write is looked up first, never repeated blindly. */
    RETRY,
    /** Too much: be still until the window turns. */
    WAIT,
    /** No repetition helps; a person must see it. */
    STOP
}

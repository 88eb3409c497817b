package linli.bot.whistle;

/** Where a unit's part stands. */
public enum SubtaskState {
    WAIT_ARRIVE,
    ARRIVED,
    ANSWERED,
    SCORED,
    /** The unit says that it is not its matter; the leader decides. */
    RETURNED,
    /** The leader let the unit off. */
    RELEASED;

    /** Whether the ticket no longer waits for it. */
    public boolean isOver() {
        return this == ANSWERED || this == SCORED || this == RELEASED;
    }
}

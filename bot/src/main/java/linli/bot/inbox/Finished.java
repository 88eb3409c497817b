package linli.bot.inbox;

/**
 * A line that was handled.
 *
 * @param state DONE, or HELD until its group is bound
 * @param kept whether it belongs to a ticket
 * @param forget whether its words are dropped
 */
record Finished(long id, String state, String outcome, boolean kept, boolean forget) {}

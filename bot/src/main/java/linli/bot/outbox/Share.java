package linli.bot.outbox;

/**
 * How many lines of OWNER_CONFIRM a group got, or is about to get, in a span of time.
 *
 * @param sent reported as sent
 * @param open written and not sent yet
 */
public record Share(String target, int sent, int open) {}

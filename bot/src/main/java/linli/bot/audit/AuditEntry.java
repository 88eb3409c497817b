package linli.bot.audit;

import java.time.Instant;

/**
 * One thing somebody did.
 *
 * @param actor userid, or {@code system}
 * @param action key of {@code texts.properties} without its {@code audit.}
 * @param target what it was done to, as {@code kind:id}
 * @param detail further words, never personal; null when none
 */
public record AuditEntry(long id, Instant at, String actor, String action, String target, String detail) {}

package linli.bot.notice;

import java.time.Instant;

/**
 * 常用范围: an audience under a name.
 *
 * @param removed whether it was taken off the list; notices that named it reach nobody
 */
public record Selection(long id, String name, Audience audience, String madeName, Instant madeAt, boolean removed) {}

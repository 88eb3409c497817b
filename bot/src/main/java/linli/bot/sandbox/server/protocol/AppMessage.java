package linli.bot.sandbox.server.protocol;

import java.time.Instant;

/** A card that one staff member has in his 工作台, or a line of a group robot. */
public record AppMessage(long id, String reader, String kind, String title, String text, String url, Instant sentAt) {}

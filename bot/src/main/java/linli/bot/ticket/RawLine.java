package linli.bot.ticket;

import java.time.Instant;

/** A line a ticket was made from, with nothing masked. @param text empty when it expired, was recalled, or is a picture */
public record RawLine(Instant at, String nickname, String text) {}

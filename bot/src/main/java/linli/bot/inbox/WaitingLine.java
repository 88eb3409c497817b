package linli.bot.inbox;

import java.time.Instant;

/** The oldest line of a group that nobody has handled. */
record WaitingLine(String chatId, Instant sentAt) {}

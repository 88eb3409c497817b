package linli.bot.ticket;

import java.time.Instant;

record HeldRecording(long messageId, long chatGroupId, String speaker, Instant saidAt) {}

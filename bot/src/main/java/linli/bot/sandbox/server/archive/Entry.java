package linli.bot.sandbox.server.archive;

import java.time.Instant;
import java.util.List;
import linli.bot.sandbox.server.world.Kind;

/**
 * A line as the archive holds it.
 *
 * @param others everybody else in the group, whom it went to
 * @param damage {@code KEY} or {@code BODY} for an item broken on purpose, else null
 */
record Entry(
        long seq,
        String msgId,
        String groupId,
        String from,
        Kind kind,
        String text,
        String quote,
        String revokes,
        Instant sentAt,
        int keyVersion,
        String damage,
        List<String> others) {}

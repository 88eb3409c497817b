package linli.bot.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was written down, as screens may show it.
 *
 * @param words masked
 * @param phone masked, null when none was left
 * @param staffId who wrote it down
 */
public record Entry(long ticketId, long staffId, Instant at, String words, String phone, List<UUID> photos) {

    public Entry {
        photos = List.copyOf(photos);
    }
}

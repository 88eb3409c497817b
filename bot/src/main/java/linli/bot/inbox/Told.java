package linli.bot.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.privacy.PrivacyProperties;
import linli.bot.privacy.TextVault;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said, read back. Screens get masked words; only the reader gets the words themselves. */
@Component
@Transactional
public class Told {

    /** A search first looks through so many of the newest lines; what is found in them as often as this is looked for no further. */
    private static final int NEWEST = 5000;

    /** Then through these, with the index of words; then everywhere. */
    private static final int RECENT = 100_000;

    private static final int OFTEN = 50;

    private final ToldMapper mapper;
    private final KeptLines kept;
    private final TextVault vault;
    private final PrivacyProperties privacy;
    private final CommunityClock clock;

    Told(ToldMapper mapper, KeptLines kept, TextVault vault, PrivacyProperties privacy, CommunityClock clock) {
        this.mapper = mapper;
        this.kept = kept;
        this.vault = vault;
        this.privacy = privacy;
        this.clock = clock;
    }

    public Optional<StoredMessage> byVendorId(String msgId) {
        return Optional.ofNullable(mapper.findByVendorId(msgId));
    }

    public List<StoredMessage> byIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : mapper.findByIds(ids);
    }

    /**
     * Lines that belong to tickets and hold these words, newest first. Of words that are said all the time only the newest
     * lines are found.
     *
     * @param words lower case, at least two characters
     */
    public List<Long> search(String words, int most) {
        int enough = Math.min(most, OFTEN);
        List<Long> newest = mapper.searchNewest(words, NEWEST, most);
        if (newest.size() >= enough) {
            return newest;
        }
        long last = mapper.lastId();
        List<Long> recent = mapper.searchAll(words, Math.max(0, last - RECENT), most);
        return recent.size() >= enough || last <= RECENT ? recent : mapper.searchAll(words, 0, most);
    }

    /** Lines of a group between two instants, in the order they were said. */
    public List<StoredMessage> between(String chatId, Instant from, Instant to) {
        return mapper.findBetween(chatId, from, to);
    }

    /** The speaker's last lines of a group before a line, newest first. */
    public List<StoredMessage> lastOf(String chatId, String senderId, Instant since, long beforeId) {
        return mapper.findLastOf(chatId, senderId, since, beforeId);
    }

    /** Lines of a group whose words are still kept, in the order they were said, after one of them; for replays. */
    public List<StoredMessage> retained(String chatId, Instant from, long afterId, int most) {
        return mapper.findRetained(chatId, from, afterId, most);
    }

    public int countRetained(String chatId, Instant since) {
        return mapper.countRetained(chatId, since);
    }

    public String words(StoredMessage message) {
        return vault.open(message.textSealed());
    }

    /** Marks lines as belonging to a ticket: they stay when the rest expires. */
    public void keep(List<Long> ids) {
        kept.add(ids);
    }

    /** The author took the line back. @return the line, if we had it */
    public Optional<StoredMessage> recalled(String msgId, Instant at) {
        mapper.recall(msgId, at);
        return byVendorId(msgId);
    }

    /** Shows a line in other words than the mask made of it when it came. */
    public void show(long messageId, String masked) {
        mapper.show(messageId, masked);
    }

    /** Stores how lines were read. */
    public void read(List<Reading> readings) {
        if (!readings.isEmpty()) {
            mapper.storeReadings(readings);
        }
    }

    /** How a line was read when it came; empty for chat, of which nothing is kept. */
    public Optional<Reading> readingOf(long messageId) {
        return Optional.ofNullable(mapper.findReading(messageId));
    }

    /** Lines that could not be handled, newest first. */
    public List<Quarantined> quarantined() {
        return mapper.findQuarantined();
    }

    /** How much waits to be handled, and since when. */
    public Backlog backlog() {
        return mapper.backlog();
    }

    /** Drops the words of lines that belong to no ticket and are older than the rule allows. @return how many */
    public int forgetExpired() {
        return mapper.forgetBefore(clock.now().minus(privacy.keepText()));
    }

    /**
     * How a line was read, for the screen that explains it.
     *
     * @param action what it did, as a {@link linli.bot.thread.Action}
     * @param ticketId where it ended, null for nowhere
     * @param request how likely somebody should see to it, 0 to 1
     */
    public record Reading(
            long messageId,
            String level,
            String intent,
            String category,
            String predicates,
            String vetoes,
            double confidence,
            String lexiconVersion,
            String engineVersion,
            String action,
            Long ticketId,
            double request,
            String modelVersion) {}

    public record Quarantined(long id, String chatId, Instant sentAt, int attempts, String failure) {}

    public record Backlog(int waiting, Instant oldest, int held, int quarantined) {}
}

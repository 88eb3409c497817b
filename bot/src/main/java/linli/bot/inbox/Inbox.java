package linli.bot.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import linli.bot.community.GroupBound;
import linli.bot.privacy.Masking;
import linli.bot.privacy.TextVault;
import linli.bot.time.CommunityClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes lines in, once each. */
@Component
public class Inbox {

    /** Longer lines are cut here; nobody describes a trouble in more words, and a reader must end. */
    static final int LONGEST = 4_000;

    /** How far back an unbound group's talk is read once it is bound. */
    static final Duration LOOK_BACK = Duration.ofHours(24);

    /** What was said this shortly before its group was bound is not late: at the first start the groups are still being learnt. */
    static final Duration STILL_FRESH = Duration.ofMinutes(2);

    private final InboxMapper mapper;
    private final TextVault vault;
    private final CommunityClock clock;
    private final InboxBell bell;
    private final ObjectProvider<LineSource> sources;

    Inbox(InboxMapper mapper, TextVault vault, CommunityClock clock, InboxBell bell, ObjectProvider<LineSource> sources) {
        this.mapper = mapper;
        this.vault = vault;
        this.clock = clock;
        this.bell = bell;
        this.sources = sources;
    }

    /**
     * Stores lines inside the caller's transaction, so that they commit together with the caller's cursor. A line that is
     * there already changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<NewMessage> rows = new ArrayList<>(messages.size());
        Set<String> chats = new TreeSet<>();
        for (IncomingMessage message : messages) {
            String text = tidy(message.text());
            rows.add(NewMessage.of(message, vault.seal(text), Masking.mask(text), Masking.mask(tidy(message.quote()))));
            chats.add(message.chatId());
        }
        mapper.insert(rows);
        mapper.openLanes(List.copyOf(chats));
        bell.ringAfterCommit();
    }

    /**
     * Stores a line that nobody said, for a caller that takes its transaction back. No worker is told of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rehearse(IncomingMessage message) {
        String text = tidy(message.text());
        mapper.insert(List.of(NewMessage.of(message, vault.seal(text), Masking.mask(text), null)));
    }

    /** When the oldest line was said that nobody has handled yet, of those groups that have one. */
    public Map<String, Instant> oldestUnhandled(Set<String> chatIds) {
        Map<String, Instant> oldest = new HashMap<>();
        if (!chatIds.isEmpty()) {
            mapper.oldestUnhandled(chatIds).forEach(line -> oldest.put(line.chatId(), line.sentAt()));
        }
        return oldest;
    }

    /** Whether lines are known to wait where they come from. */
    public boolean isBehind() {
        return sources.stream().anyMatch(LineSource::isBehind);
    }

    /** What was said in the last day in a group that has just been bound is read now; older lines are given up. */
    @EventListener
    @Transactional
    public void on(GroupBound bound) {
        Instant since = clock.now().minus(LOOK_BACK);
        // Locks the lane first: whoever is just holding lines of the group commits before they are looked for.
        mapper.openLanes(List.of(bound.externalChatId()));
        if (mapper.release(bound.externalChatId(), since, clock.now().minus(STILL_FRESH)) > 0) {
            bell.ringAfterCommit();
        }
        mapper.giveUpHeld(bound.externalChatId());
    }

    /** Lets a quarantined line be handled again. */
    @Transactional
    public void retry(long messageId) {
        String chat = mapper.retry(messageId);
        if (chat != null) {
            mapper.openLanes(List.of(chat));
            bell.ringAfterCommit();
        }
    }

    /** PostgreSQL refuses NUL; lone surrogates are not characters. */
    static String tidy(String text) {
        if (text == null) {
            return null;
        }
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        StringBuilder tidy = new StringBuilder(cut.length());
        cut.codePoints()
                .filter(c -> c != 0)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(tidy::appendCodePoint);
        return tidy.toString();
    }
}

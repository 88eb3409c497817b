package linli.bot.audit;

import java.time.Instant;
import java.util.List;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was done, by whom. Entries are added and read, never changed. */
@Component
@Transactional
public class AuditLog {

    private final AuditMapper mapper;
    private final CommunityClock clock;

    AuditLog(AuditMapper mapper, CommunityClock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the caller's transaction when there is one.
     *
     * @param actor userid; {@code system}, or {@code ?} for somebody unknown
     * @param action needs the sentence {@code audit.<action>} in {@code texts.properties}
     * @param target {@code kind:id}
     * @param detail further words without anything personal; may be null
     */
    public void add(String actor, String action, String target, String detail) {
        Texts.of("audit." + action);
        mapper.insert(clock.now(), actor, action, target, detail);
    }

    /** The latest entries, newest first. */
    public List<AuditEntry> latest(int most) {
        return mapper.findBefore(null, most);
    }

    /** The same, unless the person did the same to the same thing since then: a page that refreshes itself is one look. */
    public void addOnce(String actor, String action, String target, Instant since) {
        if (!mapper.exists(actor, action, target, since)) {
            add(actor, action, target, null);
        }
    }

    /**
     * Entries of some actions, newest first.
     *
     * @param actions keys, or their beginnings; empty for all
     * @param before id of the last entry that was seen; null for the latest
     */
    public List<AuditEntry> of(List<String> actions, Long before, int most) {
        return mapper.findOf(actions.stream().map(action -> action + "%").toList(), before, most);
    }

    /** Entries older than one that was seen, newest first. */
    public List<AuditEntry> before(long id, int most) {
        return mapper.findBefore(id, most);
    }
}

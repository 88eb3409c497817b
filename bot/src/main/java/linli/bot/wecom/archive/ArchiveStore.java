package linli.bot.wecom.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import linli.bot.community.Members;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.LineSource;
import linli.bot.wecom.ConditionalOnReceiving;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was read and how far, committed together: after a kill at any moment the next pull begins exactly where the stored
 * messages end. One process holds the cursor at a time; a process that slept past its lease moves nothing.
 */
@Component
@ConditionalOnReceiving
class ArchiveStore implements LineSource {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final ArchiveMapper mapper;
    private final Inbox inbox;
    private final Members members;
    private final String puller = UUID.randomUUID().toString();

    ArchiveStore(ArchiveMapper mapper, Inbox inbox, Members members) {
        this.mapper = mapper;
        this.inbox = inbox;
        this.members = members;
    }

    /** An item and what it turned out to be; without a meaning it is to be set aside. */
    record Read(ArchiveItem item, Translated meaning, SetAside setAside) {}

    /** Takes or keeps the cursor. @return where to go on from; empty when another process has it */
    Optional<Long> lease(String source) {
        Long seq = mapper.lease(source, puller, LEASE.toSeconds());
        if (seq == null) {
            mapper.ensureCursor(source);
            seq = mapper.lease(source, puller, LEASE.toSeconds());
        }
        return Optional.ofNullable(seq);
    }

    void release(String source) {
        mapper.release(source, puller);
    }

    /** @return false when the cursor is not ours any more; nothing was stored then */
    @Transactional
    public boolean store(String source, long from, List<Read> page, boolean behind) {
        long to = page.isEmpty() ? from : page.get(page.size() - 1).item().seq();
        if (mapper.advance(source, puller, from, to, behind) == 0) {
            return false;
        }
        take(page);
        return true;
    }

    @Transactional
    public void storeLate(String source, Read read) {
        take(List.of(read));
        mapper.released(source, read.item().seq());
    }

    private void take(List<Read> page) {
        List<IncomingMessage> said = new ArrayList<>();
        for (Read read : page) {
            if (read.setAside() != null) {
                mapper.quarantine(read.setAside());
            } else if (read.meaning() instanceof Translated.Said words) {
                said.add(words.message());
            } else if (read.meaning() instanceof Translated.Consented consent) {
                members.consent(consent.memberId(), consent.agreed());
            }
        }
        inbox.append(said);
    }

    List<ArchiveItem> quarantined(String source) {
        return mapper.findQuarantined(source);
    }

    long countQuarantined(String source) {
        return mapper.countQuarantined(source);
    }

    @Override
    public boolean isBehind() {
        return mapper.anyBehind();
    }

    Optional<CursorRow> cursor(String source) {
        return Optional.ofNullable(mapper.find(source));
    }
}

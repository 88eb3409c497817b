package linli.bot.notice;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices already explain, so that a question about it is answered instead of becoming a ticket (通知挡单). */
@Component
@Transactional(readOnly = true)
public class NoticeFacts {

    private final NoticeMapper mapper;

    NoticeFacts(NoticeMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The notice, sent out and not cancelled, that explains this trouble at this place and time; the latest when several do.
     *
     * @param effect WATER, POWER, GAS, LIFT
     * @param areaId a building or a grid
     */
    public Optional<ActiveNotice> activeFor(String effect, long areaId, Instant at) {
        return mapper.findActive(effect, areaId, at).stream().findFirst();
    }
}

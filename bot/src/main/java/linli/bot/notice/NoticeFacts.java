package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices already explain, so that a question about it is answered instead of becoming a ticket (通知挡单). */
@Component
@Transactional(readOnly = true)
public class NoticeFacts {

    /** Longer after its end a trouble is a new one, and longer before its begin a notice is no answer. */
    private static final Duration REMEMBERED = Duration.ofHours(4);
    private static final Duration AHEAD = Duration.ofDays(7);

    /** After this a group may hear the same hint again. */
    private static final Duration QUIET = Duration.ofMinutes(60);

    private final NoticeMapper mapper;
    private final NoticeTemplates templates;
    private final DeflectionMapper deflections;
    private final NoticeCards cards;

    NoticeFacts(NoticeMapper mapper, NoticeTemplates templates, DeflectionMapper deflections, NoticeCards cards) {
        this.mapper = mapper;
        this.templates = templates;
        this.deflections = deflections;
        this.cards = cards;
    }

    /** The effect that explains troubles of this kind of the lexicon, if any does. */
    public Optional<String> effectOf(String kind) {
        return templates.effectOf(kind);
    }

    /** The effect that a question in these words means, if it means one. */
    public Optional<String> effectAsked(String words) {
        return templates.effectAsked(words);
    }

    /** The notice that bears on this trouble at this place: one that lasts, else one just over, else one to come. */
    public Optional<ActiveNotice> bearingOn(String effect, long areaId, Instant at) {
        return mapper.findBearing(effect, areaId, at.minus(REMEMBERED), at.plus(AHEAD)).stream()
                .min(Comparator.comparing(notice -> notice.phase(at)));
    }

    /**
     * Notes that a notice answered a line instead of a ticket (通知挡单). While it is overdue its author is alerted.
     *
     * @return whether the group is to hear the hint, which it does once in an hour
     */
    @Transactional
    public boolean explained(ActiveNotice notice, long chatGroupId, long messageId, Instant at) {
        ActiveNotice.Phase phase = notice.phase(at);
        boolean say = deflections.countSaid(notice.id(), chatGroupId, phase, at.minus(QUIET)) == 0;
        if (deflections.insert(messageId, notice.id(), chatGroupId, at, phase, say) == 0) {
            return false;
        }
        if (phase == ActiveNotice.Phase.OVERDUE) {
            cards.overdue(notice, chatGroupId, at);
        }
        return say;
    }

    /** How many lines this notice answered instead of a ticket. */
    public int deflected(long noticeId) {
        return deflections.count(noticeId);
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

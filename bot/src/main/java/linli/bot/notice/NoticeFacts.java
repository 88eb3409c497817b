package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.bot.memory.Remembered;
import linli.bot.time.MachineClock;
import org.springframework.context.event.EventListener;
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
    private final Remembered remembered;

    NoticeFacts(NoticeMapper mapper, NoticeTemplates templates, DeflectionMapper deflections, NoticeCards cards, MachineClock machine) {
        this.mapper = mapper;
        this.templates = templates;
        this.deflections = deflections;
        this.cards = cards;
        this.remembered = new Remembered(machine);
    }

    @EventListener
    void on(NoticeMoved moved) {
        remembered.changed();
    }

    @EventListener
    void on(DeliveriesMoved moved) {
        remembered.changed();
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
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        Instant since = minute.minus(REMEMBERED);
        Instant until = minute.plus(1, ChronoUnit.MINUTES).plus(AHEAD);
        if (!remembered.get(new Near(effect, null, minute), () -> mapper.isAnyNear(effect, since, until))) {
            return Optional.empty();
        }
        List<ActiveNotice> near = remembered.get(new Near(effect, areaId, minute), () -> mapper.findBearing(effect, areaId, since, until));
        return near.stream()
                .filter(notice -> notice.to().isAfter(at.minus(REMEMBERED)) && !notice.from().isAfter(at.plus(AHEAD)))
                .min(Comparator.comparing(notice -> notice.phase(at)));
    }

    private record Near(String effect, Long areaId, Instant minute) {}

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

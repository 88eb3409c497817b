package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 点名 (C10): some time after a notice went out, its author hears which groups do not have it. Their owners are reminded
 * once before, so that the list is of those who were. A list of groups, never of residents.
 */
@Component
class RollCalls {

    private static final Duration URGENT = Duration.ofMinutes(30);
    private static final Duration USUAL = Duration.ofHours(2);
    private static final Logger log = LoggerFactory.getLogger(RollCalls.class);

    private final NoticeMapper mapper;
    private final DeliveryMapper deliveries;
    private final NoticeTemplates templates;
    private final DeliveryWords words;
    private final OwnerWaits ownerWaits;
    private final QuietHours quietHours;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final CommunityClock clock;

    RollCalls(
            NoticeMapper mapper, DeliveryMapper deliveries, NoticeTemplates templates, DeliveryWords words, OwnerWaits ownerWaits,
            QuietHours quietHours, Outbox outbox, TransactionTemplate transaction, CommunityClock clock) {
        this.mapper = mapper;
        this.deliveries = deliveries;
        this.templates = templates;
        this.words = words;
        this.ownerWaits = ownerWaits;
        this.quietHours = quietHours;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whoever is not urgent is not called at night. */
    void plan(Notice notice, Instant sentAt) {
        boolean urgent = notice.isUrgent() || notice.effect() != null || notice.topic() == NoticeTopic.EMERGENCY;
        Instant at = sentAt.plus(urgent ? URGENT : USUAL);
        mapper.callRollAt(notice.id(), urgent ? at : quietHours.endAfter(at));
    }

    int run() {
        int called = 0;
        for (long id : mapper.findRollCalls(clock.now())) {
            try {
                called += call(id) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("The roll of notice {} could not be called and is tried again", id, e);
            }
        }
        return called;
    }

    private boolean call(long id) {
        Notice notice = mapper.find(id).toNotice();
        remindOnce(unsent(notice));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (mapper.claimRollCall(id, clock.now()) == 0) {
                return false;
            }
            List<Delivery> unsent = unsent(notice);
            if (!unsent.isEmpty()) {
                outbox.put(Draft.toStaff(
                        "notice-card:" + id + ":v" + notice.version() + ":roll-call:" + notice.author(), notice.author(),
                        said(notice, unsent), "card", clock.now()));
            }
            return true;
        }));
    }

    private List<Delivery> unsent(Notice notice) {
        return notice.status() == NoticeStatus.CANCELLED
                ? List.of()
                : deliveries.findOf(notice.id()).stream()
                        .filter(delivery -> !delivery.status().isThere() && delivery.status() != DeliveryStatus.CANCELLED)
                        .toList();
    }

    /** The first of the three reminders of a day; who had one already is not bothered by a clock. */
    private void remindOnce(List<Delivery> unsent) {
        Set<String> tasks = new LinkedHashSet<>();
        unsent.stream()
                .filter(delivery -> delivery.status().waitsForOwner() && delivery.vendorRef() != null)
                .forEach(delivery -> tasks.add(delivery.vendorRef()));
        for (String task : tasks) {
            try {
                ownerWaits.remind(task, Actor.SYSTEM.ref(), 1);
            } catch (Invalid e) {
                log.info("An owner was not reminded before the roll-call: {}", e.getMessage());
            }
        }
    }

    /** 【未发出清单】停水通知：15栋群（群主小刘，已提醒 1/3）、13栋群（待人工转发）。… */
    private String said(Notice notice, List<Delivery> unsent) {
        Map<Long, ChatGroup> byId = words.byId();
        Map<String, String> names = words.names();
        String groups = unsent.stream().map(delivery -> one(delivery, byId, names)).collect(Collectors.joining("、"));
        return Texts.of("notice.card.roll-call", templates.get(notice.template()).label(), groups);
    }

    private String one(Delivery delivery, Map<Long, ChatGroup> byId, Map<String, String> names) {
        ChatGroup group = byId.get(delivery.chatGroupId());
        String name = group == null ? Texts.of("notice.group.gone") : Supplies.group(group);
        String owner = names.getOrDefault(delivery.owner(), delivery.owner());
        if (delivery.status().waitsForOwner()) {
            int reminded = delivery.vendorRef() == null
                    ? 0
                    : deliveries.countReminders(delivery.vendorRef(), clock.now().minus(OwnerWaits.REMINDER_WINDOW));
            return Texts.of("notice.roll-call.owner", name, owner, String.valueOf(reminded), String.valueOf(OwnerWaits.MOST_REMINDERS));
        }
        if (delivery.status() == DeliveryStatus.FAILED) {
            return Texts.of("notice.roll-call.failed", name, Texts.label(delivery.status()), DeliveryWords.failure(delivery));
        }
        return Texts.of("notice.roll-call.other", name, Texts.label(delivery.status()));
    }
}

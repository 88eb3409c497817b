package linli.bot.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import linli.bot.community.ChatGroup;
import java.util.stream.Stream;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells staff, each in a message of their own, that a notice waits for them. */
@Component
class NoticeCards {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(CommunityClock.ZONE);

    private final NoticeMapper mapper;
    private final NoticeTemplates templates;
    private final StaffMembers staff;
    private final DeliveryWords words;
    private final Outbox outbox;
    private final CommunityClock clock;

    NoticeCards(NoticeMapper mapper, NoticeTemplates templates, StaffMembers staff, DeliveryWords words, Outbox outbox, CommunityClock clock) {
        this.words = words;
        this.mapper = mapper;
        this.templates = templates;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void tell(NoticeMoved moved) {
        if (moved.action() != NoticeAction.SUBMIT && moved.action() != NoticeAction.MISS && moved.action() != NoticeAction.RETURN) {
            return;
        }
        Notice notice = mapper.find(moved.noticeId()).toNotice();
        String kind = kind(notice);
        switch (moved.action()) {
            case SUBMIT -> {
                NoticeVersionRow version = mapper.findVersion(notice.id(), notice.version());
                String text = Texts.of("notice.card.review", kind, DeliveryWords.tight(version.audience()), version.people());
                staff.inRole(Role.REVIEWER, null).stream()
                        .filter(reviewer -> !reviewer.userid().equals(notice.author()))
                        .forEach(reviewer -> put(notice, "review", reviewer.userid(), text));
            }
            case MISS -> put(notice, "missed", notice.author(), Texts.of("notice.card.missed", HOUR.format(notice.dueAt()), kind));
            default -> put(notice, "returned", notice.author(), Texts.of("notice.card.returned", kind));
        }
    }

    /** Asks the backup owners to forward, with the words to forward. */
    @Transactional
    void askToForward(List<Delivery> handed) {
        Map<Long, ChatGroup> byId = words.byId();
        Map<String, String> names = words.names();
        for (Delivery delivery : handed) {
            if (delivery.handedTo() != null) {
                ChatGroup group = byId.get(delivery.chatGroupId());
                Notice notice = mapper.find(delivery.noticeId()).toNotice();
                outbox.put(Draft.toStaff(
                        delivery.lineKey() + ":forward:" + delivery.handedTo(), delivery.handedTo(),
                        Texts.of(
                                "notice.card.forward", templates.get(notice.template()).label(), Supplies.group(group),
                                names.getOrDefault(delivery.owner(), delivery.owner()),
                                mapper.findVersion(notice.id(), notice.version()).text()),
                        "card", clock.now()));
            }
        }
    }

    /** Residents say that it goes on after its end: whoever wrote it finds out until when. */
    void overdue(ActiveNotice notice, long chatGroupId, Instant at) {
        Notice full = mapper.find(notice.id()).toNotice();
        ChatGroup group = words.byId().get(chatGroupId);
        String name = group == null ? Texts.of("notice.group.gone") : Supplies.group(group);
        outbox.put(Draft.toStaff(
                "notice-card:" + notice.id() + ":overdue:g" + chatGroupId, full.author(),
                Texts.of("notice.card.overdue", kind(full), name, HOUR.format(at), HOUR.format(notice.to())), "card", clock.now()));
    }

    /** 紧急发布 is looked at the next working morning, by somebody who did not publish it. */
    void review(Notice notice, String publisher) {
        String text = Texts.of(
                "notice.card.urgent", kind(notice), mapper.findVersion(notice.id(), notice.version()).audience(), notice.approverName(),
                notice.emergencyReason());
        staff.inRole(Role.REVIEWER, null).stream()
                .filter(reviewer -> !reviewer.userid().equals(notice.author()) && !reviewer.userid().equals(publisher))
                .forEach(reviewer -> outbox.put(Draft.toStaff(
                        "notice-card:" + notice.id() + ":urgent:" + reviewer.userid(), reviewer.userid(), text, "card", clock.now())));
    }

    /** Asks whoever may publish urgently, but not who asks. */
    void askUrgent(Notice notice, String places, UrgentRequest request) {
        String text = Texts.of("notice.card.urgent.asked", kind(notice), places, request.askedName(), request.reason());
        Stream.concat(staff.inRole(Role.LEADER, null).stream(), staff.inRole(Role.DESK, null).stream())
                .map(Staff::userid)
                .filter(userid -> !userid.equals(request.askedBy()) && !userid.equals(notice.author()))
                .distinct()
                .forEach(userid -> put(notice, "urgent-asked-" + request.id(), userid, text));
    }

    void urgentDeclined(Notice notice, UrgentRequest request) {
        put(notice, "urgent-declined-" + request.id(), request.askedBy(), Texts.of(
                "notice.card.urgent.declined", kind(notice), request.answeredName(), request.note()));
    }

    /** The week's notice could not be submitted by itself: its author sees to it. */
    void repeatLeft(Notice notice) {
        put(notice, "repeat", notice.author(), Texts.of("notice.card.repeat", kind(notice)));
    }

    private String kind(Notice notice) {
        String label = templates.get(notice.template()).label();
        return notice.corrects() == null ? label : Texts.of("notice.correction.kind", label);
    }

    private void put(Notice notice, String what, String userid, String text) {
        Instant now = clock.now();
        outbox.put(Draft.toStaff("notice-card:" + notice.id() + ":r" + notice.revision() + ":" + what + ":" + userid, userid, text, "card", now));
    }
}

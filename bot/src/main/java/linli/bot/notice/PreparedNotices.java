package linli.bot.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import linli.bot.ticket.HotIssueGrew;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * For a hot issue one notice lies ready as a draft, addressed to exactly the groups that have it (C4). A clerk reads it over
 * and hands it in like any other; until then it follows the issue into more groups.
 */
@Component
public class PreparedNotices {

    private static final String TEMPLATE = "hot-issue";

    private final Notices notices;
    private final NoticeMapper mapper;
    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final CommunityClock clock;

    PreparedNotices(Notices notices, NoticeMapper mapper, ChatGroups groups, StaffMembers staff, Outbox outbox, CommunityClock clock) {
        this.notices = notices;
        this.mapper = mapper;
        this.groups = groups;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The notice that was prepared for a hot issue, whatever has become of it. */
    @Transactional(readOnly = true)
    public Optional<Notice> of(long ticketId) {
        return Optional.ofNullable(mapper.findByFormKey(key(ticketId))).map(NoticeRow::toNotice);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HotIssueGrew grew) {
        List<Staff> clerks = staff.inRole(Role.CLERK, null);
        List<Long> areas = grew.chatGroupIds().stream().map(groups::get).map(ChatGroup::areaId).filter(Objects::nonNull).distinct().sorted().toList();
        if (clerks.isEmpty() || areas.isEmpty()) {
            return;
        }
        Audience audience = new Audience.Buildings(areas);
        Optional<Notice> before = of(grew.ticketId());
        if (before.isEmpty()) {
            Notice notice = notices.create(key(grew.ticketId()), new NoticeDraft(TEMPLATE, null, values(grew), audience, null), clerks.get(0).actor());
            clerks.forEach(clerk -> outbox.put(Draft.toStaff(
                    "notice:%d:prepared:%s".formatted(notice.id(), clerk.userid()), clerk.userid(),
                    Texts.of("notice.card.prepared", grew.matter(), areas.size()), "card", clock.now())));
        } else if (before.get().status() == NoticeStatus.DRAFT && before.get().audience() instanceof Audience.Buildings had && !had.areaIds().containsAll(areas)) {
            Notice draft = before.get();
            NoticeDraft wider = new NoticeDraft(draft.template(), draft.topic(), draft.values(), audience, draft.sendAt())
                    .byHand(draft.byHand()).attach(draft.attachments());
            staff.findByUserid(draft.author()).map(Staff::actor).ifPresent(author -> notices.edit(draft.id(), null, wider, author));
        }
    }

    private Map<String, String> values(HotIssueGrew grew) {
        Map<String, String> values = new HashMap<>(Map.of("matter", grew.matter()));
        staff.units().stream().filter(unit -> grew.unitId() != null && unit.id() == grew.unitId()).findFirst().map(Unit::name).ifPresent(name -> values.put("unit", name));
        return values;
    }

    private static String key(long ticketId) {
        return "hot:" + ticketId;
    }
}

package linli.admin.notices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import linli.admin.web.Times;
import linli.bot.attachment.Attachment;
import linli.bot.attachment.Attachments;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Delivery;
import linli.bot.notice.DeliveryStatus;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeAction;
import linli.bot.notice.NoticeStatus;
import linli.bot.notice.NoticeTemplate;
import linli.bot.notice.NoticeTemplates;
import linli.bot.notice.NoticeVersion;
import linli.bot.notice.Notices;
import linli.bot.notice.Preview;
import linli.bot.notice.Progress;
import linli.bot.notice.RefusedWords;
import linli.bot.staff.Actor;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** Puts together what the pages of notices show. */
@Component
class NoticeViews {

    private final Notices notices;
    private final Deliveries deliveries;
    private final NoticeTemplates templates;
    private final Areas areas;
    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Attachments attachments;
    private final RefusedWords refusedWords;
    private final Times times;
    private final CommunityClock clock;

    NoticeViews(
            Notices notices, Deliveries deliveries, NoticeTemplates templates, Areas areas, ChatGroups groups, StaffMembers staff,
            Attachments attachments, RefusedWords refusedWords, Times times, CommunityClock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.templates = templates;
        this.areas = areas;
        this.groups = groups;
        this.staff = staff;
        this.attachments = attachments;
        this.refusedWords = refusedWords;
        this.times = times;
        this.clock = clock;
    }

    /** A notice in a list. */
    record Line(Notice notice, String kind, String audience, Progress progress, String tone) {}

    List<Line> lines(List<Notice> list) {
        Map<Long, Progress> progress = deliveries.progress(list.stream().map(Notice::id).toList());
        return list.stream()
                .map(notice -> new Line(notice, kind(notice), notices.audience(notice), progress.get(notice.id()), tone(notice.status())))
                .toList();
    }

    String kind(Notice notice) {
        String label = templates.get(notice.template()).label();
        return notice.corrects() == null ? label : Texts.of("notice.correction.kind", label);
    }

    /** What the notice announces: 停水. */
    String subject(Notice notice) {
        String subject = templates.get(notice.template()).subject();
        return subject == null ? kind(notice) : subject;
    }

    static String tone(NoticeStatus status) {
        return switch (status) {
            case IN_REVIEW, RETURNED, HOLD, APPROVED, SENDING -> "wait";
            case SENT -> "done";
            case MISSED, PARTIAL -> "alarm";
            default -> "";
        };
    }

    /**
     * What stands still on a notice's page.
     *
     * @param text as it goes, or went, to the groups
     * @param questions what the author was asked, for the reviewer to see
     * @param own which words are the author's and not the template's
     * @param leftOut labels of what the template offers and the author did not write
     * @param quota how many 群发 its groups have left; empty once it is out
     * @param byHand groups that have none left, and what the author chose for them
     */
    record Paper(
            Notice notice, String kind, String audience, String text, int groups, int people, List<String> owners, List<String> added,
            List<String> gone, List<String> questions, List<String> unreachable, String quiet, List<Attachment> attachments,
            List<NoticeTemplate.Stretch> own, List<String> leftOut, String quota, List<Preview.Short> byHand) {}

    Paper paper(Notice notice) {
        Preview preview = notices.preview(notice);
        NoticeVersion version = notices.version(notice).orElse(null);
        boolean draft = version == null || notice.status() == NoticeStatus.DRAFT;
        String text = draft ? preview.text() : version.text();
        boolean unsent = notice.status().isUnsent();
        boolean fromTemplate = unsent && notice.corrects() == null;
        NoticeTemplate template = templates.get(notice.template());
        Map<Long, ChatGroup> byId = byId();
        return new Paper(
                notice, kind(notice), draft ? preview.reach().label() : version.audience(), text,
                draft ? preview.reach().groups().size() : notice.status().isOut() ? deliveries.of(notice.id()).size() : version.groups().size(),
                draft ? preview.reach().people() : version.people(), owners(preview.reach().owners()),
                draft ? List.of() : groupNames(version.groupsAdded(), byId), draft ? List.of() : groupNames(version.groupsGone(), byId),
                unsent ? preview.questions() : List.of(), preview.reach().unreachable(), preview.quiet(),
                draft ? preview.attachments() : attachments.get(version.attachments()),
                fromTemplate ? template.own(text) : List.of(), fromTemplate ? template.leftOut(notice.values()) : List.of(),
                unsent ? preview.quota() : "", unsent ? preview.shorts() : List.of());
    }

    /** A stretch of a text: a refused word stands out, and to the reviewer what the author wrote. */
    record Piece(String text, boolean refused, boolean own) {}

    List<Piece> pieces(String text, List<NoticeTemplate.Stretch> own) {
        BitSet refused = new BitSet();
        BitSet written = new BitSet();
        refusedWords.hits(text).forEach(hit -> refused.set(hit.from(), hit.to()));
        own.forEach(stretch -> written.set(stretch.from(), stretch.to()));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= text.length(); to++) {
            if (to == text.length() || refused.get(to) != refused.get(from) || written.get(to) != written.get(from)) {
                pieces.add(new Piece(text.substring(from, to), refused.get(from), written.get(from)));
                from = to;
            }
        }
        return pieces;
    }

    /** What moves by itself on a notice's page. */
    record Live(Notice notice, Set<NoticeAction> allowed, String tone, long secondsLeft, String progress, List<GridPart> grids, Progress counts) {}

    /** The groups of one grid, and how many are in each state. */
    record GridPart(String name, int there, int total, boolean open, Bar bar, Map<DeliveryStatus, Long> counts, List<GroupPart> groups) {}

    /** How a bar is divided; what is cancelled stays empty. */
    record Bar(long there, long open, long failed, long total) {}

    /**
     * @param waited how long it is as it is
     * @param reminders in the last 24 hours
     * @param backup the backup owner it can be handed to; null when it cannot
     * @param calls whom {@code phone} reaches
     */
    record GroupPart(
            Delivery delivery, String group, String owner, String tone, String waited, String failure, int reminders, boolean mayRemind,
            boolean mayForward, String doneBy, String backup, String handedTo, String calls, String phone) {}

    /** What of one notice is not there yet. */
    record UnsentPart(Notice notice, String kind, String audience, String progress, List<GroupPart> groups) {}

    List<UnsentPart> unsent(Actor actor) {
        Map<Long, List<Delivery>> byNotice = deliveries.unsent().stream()
                .collect(Collectors.groupingBy(Delivery::noticeId, LinkedHashMap::new, Collectors.toList()));
        Map<Long, ChatGroup> byId = byId();
        Map<String, String> names = names();
        Map<String, Integer> reminders = new HashMap<>();
        List<UnsentPart> parts = new ArrayList<>();
        byNotice.forEach((id, list) -> {
            Notice notice = notices.get(id);
            parts.add(new UnsentPart(
                    notice, kind(notice), notices.audience(notice), deliveries.said(notice),
                    list.stream().map(d -> group(d, byId, names, reminders, actor)).toList()));
        });
        return parts;
    }

    Live live(Notice notice, Actor actor) {
        List<Delivery> all = deliveries.of(notice.id());
        Map<Long, ChatGroup> byId = byId();
        Map<String, String> names = names();
        long left = notice.dueAt() == null ? 0 : Math.max(0, Duration.between(clock.now(), notice.dueAt()).toSeconds());
        return new Live(
                notice, notices.allowed(notice, actor), tone(notice.status()), left, deliveries.said(notice), grids(all, byId, names, actor),
                deliveries.progress(notice.id()));
    }

    private List<GridPart> grids(List<Delivery> all, Map<Long, ChatGroup> byId, Map<String, String> names, Actor actor) {
        Map<Long, String> gridNames = areas.grids().stream().collect(Collectors.toMap(Area::id, Area::name));
        Map<Long, List<Delivery>> byGrid = new LinkedHashMap<>();
        gridNames.keySet().stream().sorted().forEach(id -> byGrid.put(id, new ArrayList<>()));
        all.forEach(delivery -> byGrid.computeIfAbsent(delivery.gridId(), id -> new ArrayList<>()).add(delivery));
        Map<String, Integer> reminders = new HashMap<>();
        List<GridPart> parts = new ArrayList<>();
        byGrid.forEach((id, list) -> {
            if (!list.isEmpty()) {
                Map<DeliveryStatus, Long> counts = list.stream().collect(
                        Collectors.groupingBy(Delivery::status, () -> new EnumMap<>(DeliveryStatus.class), Collectors.counting()));
                int there = (int) list.stream().filter(d -> d.status().isThere()).count();
                parts.add(new GridPart(
                        gridNames.getOrDefault(id, Texts.of("notice.grid.other")), there, list.size(), there < list.size(), bar(counts), counts,
                        list.stream().map(d -> group(d, byId, names, reminders, actor)).toList()));
            }
        });
        return parts;
    }

    private static Bar bar(Map<DeliveryStatus, Long> counts) {
        long there = sum(counts, DeliveryStatus::isThere);
        long open = sum(counts, status -> status.isOpen() && status != DeliveryStatus.UNKNOWN);
        long failed = sum(counts, status -> status == DeliveryStatus.FAILED || status == DeliveryStatus.UNKNOWN);
        return new Bar(there, open, failed, sum(counts, status -> true));
    }

    private static long sum(Map<DeliveryStatus, Long> counts, Predicate<DeliveryStatus> wanted) {
        return counts.entrySet().stream().filter(count -> wanted.test(count.getKey())).mapToLong(Map.Entry::getValue).sum();
    }

    private GroupPart group(
            Delivery delivery, Map<Long, ChatGroup> byId, Map<String, String> names, Map<String, Integer> reminders, Actor actor) {
        DeliveryStatus status = delivery.status();
        boolean tends = deliveries.mayTend(delivery, actor);
        boolean waits = status.waitsForOwner() && delivery.vendorRef() != null;
        ChatGroup chat = byId.get(delivery.chatGroupId());
        String backup = chat == null ? null : chat.backupUserid();
        String called = delivery.handedTo() != null ? delivery.handedTo() : delivery.owner();
        String tone = status.isThere() ? "done" : status == DeliveryStatus.FAILED || status == DeliveryStatus.UNKNOWN ? "alarm" : "wait";
        return new GroupPart(
                delivery, groupName(delivery.chatGroupId(), byId), names.getOrDefault(delivery.owner(), delivery.owner()), tone,
                status.isOpen() ? times.length(Duration.between(delivery.movedAt(), clock.now())) : null, deliveries.why(delivery),
                waits ? reminders.computeIfAbsent(delivery.vendorRef(), deliveries::reminders) : 0, tends && waits,
                tends && (status.isOpen() || status == DeliveryStatus.FAILED), names.getOrDefault(delivery.doneBy(), delivery.doneBy()),
                tends && waits && backup != null ? names.getOrDefault(backup, backup) : null,
                names.getOrDefault(delivery.handedTo(), delivery.handedTo()), names.getOrDefault(called, called),
                tends && status.isOpen() && called != null ? staff.phones().get(called) : null);
    }

    /** The names of owners, as colleagues say them. */
    List<String> owners(Collection<String> userids) {
        Map<String, String> names = names();
        return userids.stream().map(userid -> names.getOrDefault(userid, userid)).toList();
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Staff person : staff.all()) {
            names.put(person.userid(), person.nickname() == null ? person.name() : person.nickname());
        }
        return names;
    }

    private Map<Long, ChatGroup> byId() {
        return groups.all().stream().collect(Collectors.toMap(ChatGroup::id, Function.identity()));
    }

    private static List<String> groupNames(List<Long> ids, Map<Long, ChatGroup> byId) {
        return ids.stream().map(id -> groupName(id, byId)).toList();
    }

    private static String groupName(long id, Map<Long, ChatGroup> byId) {
        ChatGroup group = byId.get(id);
        return group == null ? Texts.of("notice.group.gone") : group.name();
    }

    String groupName(Delivery delivery) {
        return groupName(delivery.chatGroupId(), byId());
    }

    /** A grid in the tree of the form. */
    record Branch(Area grid, List<Leaf> buildings, int groups, int people, boolean open) {}

    /** A building in the tree; groups and people of its bound groups. */
    record Leaf(Area building, int groups, int people) {}

    List<Branch> tree(NoticeForm form) {
        Map<Long, List<ChatGroup>> byArea = groups.all().stream()
                .filter(ChatGroup::isBound)
                .filter(group -> group.areaId() != null)
                .collect(Collectors.groupingBy(ChatGroup::areaId));
        return areas.grids().stream().map(grid -> {
            List<Leaf> leaves = areas.buildingsOf(grid.id()).stream()
                    .map(building -> {
                        List<ChatGroup> own = byArea.getOrDefault(building.id(), List.of());
                        return new Leaf(building, own.size(), own.stream().mapToInt(ChatGroup::memberCount).sum());
                    })
                    .toList();
            return new Branch(
                    grid, leaves, leaves.stream().mapToInt(Leaf::groups).sum(), leaves.stream().mapToInt(Leaf::people).sum(),
                    leaves.stream().anyMatch(leaf -> form.buildings().contains(leaf.building().id())));
        }).toList();
    }
}

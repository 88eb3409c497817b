package linli.bot.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.outbox.LineMoved;
import linli.bot.outbox.LineState;
import linli.bot.outbox.LinesMoved;
import linli.bot.outbox.Route;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A small community on 15 July 2026, 14:00, and the people who write, review and forward its notices. */
class NoticeFixtures {

    static final Actor CLERK = person("gonggao1", "周宁", Role.CLERK, null);
    static final Actor REVIEWER = person("shenhe1", "吴敏", Role.REVIEWER, null);
    static final Actor LEADER = person("lingdao1", "赵立", Role.LEADER, null);
    static final Actor DESK = person("qiantai1", "孙悦", Role.DESK, null);

    final JdbcTemplate jdbc;
    final Areas areas;
    final ChatGroups groups;
    final ClockStore clock;
    final Notices notices;
    private final StaffMembers staff;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final CommunityClock now;

    long grid1;
    long grid2;
    final Map<String, Long> buildings = new HashMap<>();

    NoticeFixtures(
            JdbcTemplate jdbc, Areas areas, ChatGroups groups, ClockStore clock, Notices notices, StaffMembers staff, Settings settings,
            ApplicationEventPublisher events, TransactionTemplate transaction, CommunityClock now) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.groups = groups;
        this.clock = clock;
        this.notices = notices;
        this.staff = staff;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.now = now;
    }

    static Actor person(String userid, String name, Role role, Long gridId) {
        return new Actor(userid, name, 1L, Set.of(role), gridId, null);
    }

    void reset() {
        jdbc.execute("truncate notice_selection, notice_repeat, notice, notice_version, notice_event, notice_delivery, notice_reminder, notice_quota, outbox_message, chat_group, area, "
                + "staff, audit_entry cascade");
        buildings.clear();
        at("2026-07-15T14:00:00");
        settings.change("name", "芙蓉中路社区");
        settings.change("phone.community", "023-66668888");
        long community = areas.put("FR", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        grid1 = areas.put("G1", AreaKind.GRID, "第1网格", "1", community, 0);
        grid2 = areas.put("G2", AreaKind.GRID, "第2网格", "2", community, 0);
        building("1", grid1, "wangge1");
        building("12", grid2, "wangge2");
        building("13", grid2, "wangge2");
        building("15", grid2, "fuwang2");
        group("第2网格群", GroupKind.GRID, grid2, grid2, "wangge2");
        staff.put("shenhe1", "吴敏", null, Set.of(Role.REVIEWER), null, null);
    }

    private void building(String number, long grid, String owner) {
        long id = areas.put("B" + number, AreaKind.BUILDING, number + "栋", number, grid, 100);
        buildings.put(number, id);
        group(number + "栋邻里群", GroupKind.BUILDING, id, grid, owner);
    }

    void group(String name, GroupKind kind, long area, long grid, String owner) {
        groups.announce(name, kind, area, grid, owner, null);
        groups.learn("wr" + name, name, owner, 162);
    }

    long groupOf(String number) {
        return groups.findByExternalId("wr" + number + "栋邻里群").map(ChatGroup::id).orElseThrow();
    }

    void at(String local) {
        clock.move(instant(local), true);
    }

    void later(long seconds) {
        clock.move(now.now().plusSeconds(seconds), true);
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CommunityClock.ZONE).toInstant();
    }

    Audience buildings(String... numbers) {
        return new Audience.Buildings(List.of(numbers).stream().map(buildings::get).toList());
    }

    NoticeDraft waterStop(Audience audience, Instant sendAt) {
        return new NoticeDraft("water-stop", null, Map.of(
                "reason", "二次供水泵房检修", "start", "2026-07-17T09:00", "end", "2026-07-17T17:00", "source", "物业服务中心"), audience, sendAt);
    }

    NoticeDraft waste(Audience audience, Instant sendAt) {
        return new NoticeDraft("waste-sorting", null, Map.of("content", "厨余垃圾请沥干水分后投放。"), audience, sendAt);
    }

    Notice submitted(NoticeDraft draft) {
        Notice notice = notices.create(null, draft, CLERK);
        return notices.submit(notice.id(), notice.revision(), false, CLERK);
    }

    Notice approved(NoticeDraft draft) {
        return notices.approve(submitted(draft).id(), null, null, REVIEWER);
    }

    /** On its way: the minute is over and its lines are written. */
    Notice sending(NoticeDraft draft) {
        Notice notice = approved(draft);
        later(60);
        notices.dispatchDue();
        return notices.get(notice.id());
    }

    /** Gives a building's group an owner and a backup, as colleagues call them. */
    void owner(String building, String owner, String nickname, String backup) {
        staff.put(owner, nickname, nickname, Set.of(Role.GRID), grid2, null);
        jdbc.update("update chat_group set owner_userid = ?, backup_userid = ? where id = ?", owner, backup, groupOf(building));
    }

    Instant now() {
        return now.now();
    }

    /** As the platform would list it for this month. */
    void used(String building, int received) {
        jdbc.update("insert into notice_quota (chat_group_id, month, received, read_at) values (?, '2026-07-01', ?, now()) "
                + "on conflict (chat_group_id, month) do update set received = excluded.received", groupOf(building), received);
    }

    void outboxState(String building, LineState state) {
        jdbc.update("update outbox_message set state = ? where target = ?", state.name(), "wr" + building + "栋邻里群");
    }

    private static LinesMoved moved(
            long id, String key, Route route, String target, LineState state, String ref, String reason, String by, Instant at) {
        return new LinesMoved(List.of(new LineMoved(id, key, route, target, state, ref, reason, by, at)));
    }

    void posted(Notice notice, String building, String by) {
        String key = FanOut.lineKey(notice.id(), notice.version(), groupOf(building));
        transaction.executeWithoutResult(status -> events.publishEvent(moved(
                1, key, Route.STAFF_TAP, "wr" + building + "栋邻里群", LineState.SENT, null, null, by, now.now())));
    }

    void line(Notice notice, String building, LineState state, String ref, String reason) {
        String key = FanOut.lineKey(notice.id(), notice.version(), groupOf(building));
        transaction.executeWithoutResult(status -> events.publishEvent(moved(
                1, key, Route.OWNER_CONFIRM, "wr" + building + "栋邻里群", state, ref, reason, state == LineState.SENT ? "wangge2" : null, now.now())));
    }
}

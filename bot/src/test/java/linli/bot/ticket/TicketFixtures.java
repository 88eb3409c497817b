package linli.bot.ticket;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A small community with one grid, its people, and a new group for each test. */
@TestComponent
class TicketFixtures {

    private static final AtomicLong COUNTER = new AtomicLong();

    final Areas areas;
    final ChatGroups groups;
    final StaffMembers staff;
    final Inbox inbox;
    final Told told;
    final ClockStore clocks;
    final TransactionTemplate tx;
    long grid;
    long building;

    TicketFixtures(
            Areas areas, ChatGroups groups, StaffMembers staff, Inbox inbox, Told told, ClockStore clocks, TransactionTemplate tx) {
        this.areas = areas;
        this.groups = groups;
        this.staff = staff;
        this.inbox = inbox;
        this.told = told;
        this.clocks = clocks;
        this.tx = tx;
    }

    void setUp() {
        long community = areas.put("T", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        grid = areas.put("T-2", AreaKind.GRID, "第2网格", "2", community, 0);
        long other = areas.put("T-1", AreaKind.GRID, "第1网格", "1", community, 0);
        areas.put("T-5", AreaKind.BUILDING, "5栋", "5", other, 100);
        building = areas.put("T-12", AreaKind.BUILDING, "12栋", "12", grid, 100);
        staff.putUnit("weibao", "电梯维保单位", null);
        staff.putUnit("wuye", "物业服务中心", null);
        staff.put("wangge2", "陈静", "小陈", Set.of(Role.GRID), grid, null);
        staff.put("fuwang2", "刘洋", "小刘", Set.of(Role.GRID), grid, null);
        staff.put("wangge1", "王敏", "小王", Set.of(Role.GRID), other, null);
        staff.put("qiantai1", "周兰", null, Set.of(Role.DESK), null, null);
        staff.put("lingdao1", "赵刚", null, Set.of(Role.LEADER), null, null);
        staff.put("weibao", "孙强", null, Set.of(Role.UNIT), null, staff.unit("weibao").orElseThrow().id());
        staff.put("gonggao1", "吴倩", null, Set.of(Role.CLERK), null, null);
    }

    Actor actor(String userid) {
        return staff.findByUserid(userid).orElseThrow().actor();
    }

    ChatGroup newGroup() {
        long n = COUNTER.incrementAndGet();
        groups.announce("测试群" + n, GroupKind.BUILDING, building, grid, "wangge2", "fuwang2");
        groups.learn("wrTicket" + n, "测试群" + n, "wangge2", 120);
        return groups.findByExternalId("wrTicket" + n).orElseThrow();
    }

    /** Lets a member say something; the inbox's worker finds no handler that would act on it here. */
    long say(ChatGroup group, String speaker, String text, Instant at) {
        String msgId = "t-" + COUNTER.incrementAndGet();
        tx.executeWithoutResult(status -> inbox.append(List.of(new IncomingMessage(
                "wecom", msgId, COUNTER.get(), group.externalChatId(), speaker, IncomingMessage.Kind.TEXT, text, null, null, null, at))));
        return told.byVendorId(msgId).orElseThrow().id();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CommunityClock.ZONE).toInstant();
    }

    void holdAt(String local) {
        clocks.move(at(local), true);
    }

    static Trouble lift(String... units) {
        return new Trouble(
                "lift-stopped", Category.ELEV, "电梯", "电梯停运", Urgency.P1, true, false,
                new Place(List.of("12"), List.of(units), null, null, null), Trouble.PlaceSource.GROUP, "lift");
    }

    static Trouble lamp() {
        return new Trouble(
                "lamp", Category.FACIL, "楼道灯", "楼道灯", Urgency.P2, false, false,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
    }

    static Trouble of(String kind, Category category, String matter, Urgency urgency, boolean restricted, String reply) {
        return new Trouble(
                kind, category, matter, matter, urgency, urgency == Urgency.P0, restricted,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, reply);
    }

    Opening said(ChatGroup group, Level level, Trouble trouble, String speaker, Instant at) {
        return Opening.said(level, trouble, group.id(), group.gridId(), speaker, List.of(say(group, speaker, "…", at)), at, false, false);
    }
}

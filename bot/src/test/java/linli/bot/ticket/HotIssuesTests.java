package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Urgency;
import linli.bot.ticket.TicketEvent.Noted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** One power cut in several groups, on a held clock (C4). */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class HotIssuesTests {

    private static final Instant EVENING = at("2026-07-15T18:00:00");

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    HotIssues hot;

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcTemplate sql;

    private String thing;

    @BeforeEach
    void setUp() {
        given.setUp();
        given.holdAt("2026-07-15T18:00:00");
        thing = "停电" + System.nanoTime();
    }

    private Ticket outage(ChatGroup group, int people) {
        Ticket ticket = tickets.open(given.said(
                group, Level.TICKET, TicketFixtures.of("blackout", Category.UTIL, thing, Urgency.P1, false, "registered"), "wm0-" + group.id(), EVENING));
        for (int person = 1; person < people; person++) {
            groupTickets.join(ticket.id(), "wm" + person + "-" + group.id(), given.say(group, "wm" + person + "-" + group.id(), "+1", EVENING), EVENING);
        }
        return ticket;
    }

    private List<Ticket> outages(int groups, int people) {
        List<Ticket> all = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            all.add(outage(given.newGroup(), people));
        }
        return all;
    }

    private Ticket parentOf(Ticket child) {
        Long parent = tickets.get(child.id()).parentId();
        return parent == null ? null : tickets.get(parent);
    }

    private long cards(String why, long id) {
        return sql.queryForObject("select count(*) from outbox_message where key like ?", Long.class, "ticket:" + id + ":" + why + ":%");
    }

    @Test
    void threeGroupsMakeOneParentAndDutyIsToldOnce() {
        List<Ticket> all = outages(3, 2);
        hot.gather();
        hot.gather();
        Ticket parent = parentOf(all.get(0));
        assertThat(all).allSatisfy(child -> assertThat(parentOf(child)).extracting(Ticket::id).isEqualTo(parent.id()));
        assertThat(parent.voices()).isEqualTo(6);
        assertThat(parent.source()).isEqualTo(Source.HOT_ISSUE);
        assertThat(parent.chatGroupId()).isNull();
        assertThat(cards("hot", parent.id())).isEqualTo(sql.queryForObject(
                "select count(distinct target) from outbox_message where key like ?", Long.class, "ticket:" + parent.id() + ":hot:%")).isPositive();
        assertThat(tickets.history(all.get(0).id())).filteredOn(event -> event.is(Noted.GATHERED)).hasSize(1);
        assertThat(hot.children(parent.id())).hasSize(3);
    }

    @Test
    void severalMattersOfOnePowerCutAlertStaffOnceEachHoweverManyGroupsAndSweeps() throws InterruptedException {
        String blackout = thing;
        String lift = "电梯" + System.nanoTime();
        List<Ticket> dark = new ArrayList<>();
        List<Ticket> stuck = new ArrayList<>();
        for (int wave = 0; wave < 3; wave++) {
            thing = blackout;
            dark.addAll(outages(3, 12));
            thing = lift;
            stuck.addAll(outages(3, 12));
            List<Thread> nodes = List.of(new Thread(hot::gather), new Thread(hot::gather));
            nodes.forEach(Thread::start);
            for (Thread node : nodes) {
                node.join();
            }
        }
        for (List<Ticket> matter : List.of(dark, stuck)) {
            Ticket parent = parentOf(matter.get(0));
            assertThat(matter).allSatisfy(child -> {
                assertThat(parentOf(child).id()).isEqualTo(parent.id());
                assertThat(cards("crowd", child.id())).isZero();
                assertThat(cards("hot", child.id())).isZero();
            });
            assertThat(tickets.get(parent.id()).voices()).isEqualTo(9 * 12);
            assertThat(cards("hot", parent.id())).isEqualTo(sql.queryForObject(
                    "select count(distinct target) from outbox_message where key like ?", Long.class, "ticket:" + parent.id() + ":hot:%")).isPositive();
        }
    }

    @Test
    void aLaterGroupJoinsTheOpenParent() {
        List<Ticket> all = outages(3, 1);
        hot.gather();
        given.holdAt("2026-07-15T18:40:00");
        Ticket later = outage(given.newGroup(), 1);
        hot.gather();
        assertThat(parentOf(later).id()).isEqualTo(parentOf(all.get(0)).id());
    }

    @Test
    void tenPeopleOfTwoGroupsMakeAParentAndNineDoNot() {
        List<Ticket> few = List.of(outage(given.newGroup(), 5), outage(given.newGroup(), 4));
        hot.gather();
        assertThat(parentOf(few.get(0))).isNull();
        thing = thing + "多";
        List<Ticket> many = List.of(outage(given.newGroup(), 5), outage(given.newGroup(), 5));
        hot.gather();
        assertThat(parentOf(many.get(0))).isNotNull();
        assertThat(parentOf(many.get(0)).gridId()).isEqualTo(given.grid);
    }

    @Test
    void tenPeopleOfOneGroupAreToldToTheGridAndMakeNoParent() {
        Ticket alone = outage(given.newGroup(), 10);
        hot.gather();
        hot.gather();
        assertThat(parentOf(alone)).isNull();
        assertThat(cards("crowd", alone.id())).isPositive();
        assertThat(tickets.history(alone.id())).filteredOn(event -> event.is(Noted.CALLED)).hasSize((int) cards("crowd", alone.id()));
    }

    @Test
    void solvingTheParentSolvesItsTicketsWithOneLineForEachGroupUnlessItIsTakenBack() {
        List<Ticket> all = new ArrayList<>(outages(3, 1));
        all.add(tickets.open(given.said(
                given.groups.get(all.get(0).chatGroupId()), Level.TICKET,
                TicketFixtures.of("blackout", Category.UTIL, thing, Urgency.P1, false, "registered"), "wmSecond", EVENING)));
        hot.gather();
        Ticket parent = parentOf(all.get(0));
        tickets.act(parent.no(), TicketAction.ACCEPT, given.actor("qiantai1"), ActionForm.EMPTY);
        tickets.act(parent.no(), TicketAction.RESOLVE, given.actor("qiantai1"), ActionForm.of("18:30 已恢复供电"));
        hot.gather();
        assertThat(tickets.get(all.get(0).id()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(hot.nextDue(EVENING)).contains(EVENING.plus(TicketTaps.HOLD));
        given.holdAt("2026-07-15T18:00:30");
        hot.gather();
        hot.gather();
        assertThat(all).allSatisfy(child -> {
            assertThat(tickets.get(child.id()).status()).isEqualTo(TicketStatus.RESOLVED);
            assertThat(tickets.get(child.id()).result()).isEqualTo("18:30 已恢复供电");
        });
        assertThat(sql.queryForList(
                "select t.chat_group_id from announcement a join ticket t on t.id = a.ticket_id where t.parent_id = ? and 'RESOLVED' = any (a.reasons)",
                Long.class, parent.id())).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatIsReopenedAfterwardsStaysOpen() {
        List<Ticket> all = outages(3, 1);
        hot.gather();
        Ticket parent = parentOf(all.get(0));
        tickets.act(parent.no(), TicketAction.ACCEPT, given.actor("qiantai1"), ActionForm.EMPTY);
        tickets.act(parent.no(), TicketAction.RESOLVE, given.actor("qiantai1"), ActionForm.of("已恢复供电"));
        given.holdAt("2026-07-15T18:01:00");
        hot.gather();
        tickets.act(all.get(1).no(), TicketAction.REOPEN, given.actor("qiantai1"), ActionForm.EMPTY);
        given.holdAt("2026-07-15T18:02:00");
        hot.gather();
        assertThat(tickets.get(all.get(1).id()).status()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void aStormPlayedTwiceCountsTheSame() {
        assertThat(storm()).isEqualTo(storm());
    }

    /** Tickets, parents and voices of the same storm, and how many cards it made. */
    private List<Object> storm() {
        thing = thing + "又";
        given.holdAt("2026-07-15T18:00:00");
        List<Ticket> all = outages(6, 12);
        hot.gather();
        List<Long> parents = all.stream().map(child -> parentOf(child).id()).distinct().toList();
        return List.of(all.size(), parents.size(), tickets.get(parents.get(0)).voices(), cards("hot", parents.get(0)),
                all.stream().mapToLong(child -> cards("crowd", child.id())).sum());
    }
}

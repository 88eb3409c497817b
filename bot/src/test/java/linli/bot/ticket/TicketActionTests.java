package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Every action × state × role against the table, on the real database. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class TicketActionTests {

    private final Instant said = at("2026-07-14T18:42:05");

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketMapper mapper;

    ChatGroup group;
    Map<Role, Actor> actors;

    @BeforeEach
    void people() {
        given.setUp();
        given.clocks.move(said, true);
        group = given.newGroup();
        Actor unit = given.actor("weibao");
        given.staff.put("shenhe1", "郑洁", null, java.util.Set.of(Role.REVIEWER), null, null);
        given.staff.put("guanli1", "冯涛", null, java.util.Set.of(Role.ADMIN), null, null);
        given.staff.put("shenji1", "蒋宁", null, java.util.Set.of(Role.AUDITOR), null, null);
        actors = Map.of(
                Role.REVIEWER, given.actor("shenhe1"),
                Role.ADMIN, given.actor("guanli1"),
                Role.AUDITOR, given.actor("shenji1"),
                Role.GRID, given.actor("wangge2"),
                Role.DESK, given.actor("qiantai1"),
                Role.UNIT, unit,
                Role.LEADER, given.actor("lingdao1"),
                Role.CLERK, given.actor("gonggao1"),
                Role.RESIDENT, Actor.resident("wmZhang", "张**"),
                Role.SYSTEM, Actor.SYSTEM);
    }

    @Test
    void everyActionInEveryStateByEveryRoleDoesWhatTheTableSays() {
        Ticket other = tickets.open(given.said(group, Level.TICKET, lift(), "wmOther", said));
        Map<TicketStatus, Ticket> untouched = new EnumMap<>(TicketStatus.class);
        int tried = 0;
        for (TicketAction action : TicketAction.values()) {
            for (TicketStatus status : TicketStatus.values()) {
                for (Role role : actors.keySet()) {
                    boolean allowed = action.startsIn(status) && action.by().contains(role);
                    // What is refused leaves a ticket as it was, so one of each state serves all refusals.
                    Ticket ticket = allowed ? standing(status) : untouched.computeIfAbsent(status, this::standing);
                    String what = action + " of " + status + " by " + role;
                    if (allowed) {
                        Ticket after = tickets.act(ticket.no(), action, actors.get(role), form(action, other));
                        assertThat(after.status()).as(what).isEqualTo(action.to() == null ? status : action.to());
                        assertThat(after.version()).as(what).isEqualTo(ticket.version() + 1);
                        assertThat(tickets.history(ticket.id())).as(what).filteredOn(e -> e.is(action)).hasSize(1);
                    } else {
                        assertThatThrownBy(() -> tickets.act(ticket.no(), action, actors.get(role), form(action, other)))
                                .as(what)
                                .isInstanceOf(Problem.class);
                        assertThat(tickets.get(ticket.id())).as(what).isEqualTo(ticket);
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(TicketAction.values().length * TicketStatus.values().length * actors.size());
    }

    /** A ticket of the worker's and the unit's, put into a state without going there. */
    private Ticket standing(TicketStatus status) {
        Ticket ticket = tickets.open(Opening.said(
                Level.CANDIDATE, lift(), group.id(), group.gridId(), "wmZhang", List.of(given.say(group, "wmZhang", "…", said)), said, false, false));
        mapper.assign(ticket.id(), given.actor("wangge2").staffId(), given.actor("weibao").unitId());
        if (status != TicketStatus.CANDIDATE) {
            mapper.move(ticket.id(), TicketStatus.CANDIDATE, status, said);
        }
        return tickets.get(ticket.id());
    }

    private ActionForm form(TicketAction action, Ticket other) {
        return new ActionForm(
                null,
                "已联系",
                null,
                action == TicketAction.REASSIGN ? given.actor("fuwang2").staffId() : null,
                null,
                action == TicketAction.REJECT ? RejectCode.NOT_OURS.name() : null,
                action == TicketAction.MERGE ? other.no() : null,
                false,
                action == TicketAction.RECLASSIFY ? Category.FACIL : null,
                null,
                action == TicketAction.RELOCATE ? new Place(List.of("5"), List.of(), null, null, null) : null);
    }

    @Test
    void whatAnActionNeedsIsAskedFor() {
        Actor desk = actors.get(Role.DESK);
        Ticket taken = standing(TicketStatus.ACCEPTED);
        for (TicketAction action : List.of(
                TicketAction.RESOLVE, TicketAction.ASK, TicketAction.NOTE, TicketAction.REJECT, TicketAction.REASSIGN, TicketAction.MERGE,
                TicketAction.VOID, TicketAction.HAND_OFF, TicketAction.RECLASSIFY, TicketAction.RELOCATE)) {
            assertThatThrownBy(() -> tickets.act(taken.no(), action, desk, ActionForm.EMPTY)).as(action.name()).isInstanceOf(linli.bot.problem.Invalid.class);
        }
    }

    @Test
    void aNudgeCountsOnceADayPerPerson() {
        Ticket ticket = standing(TicketStatus.OPEN);
        Actor zhang = actors.get(Role.RESIDENT);
        tickets.act(ticket.no(), TicketAction.NUDGE, zhang, ActionForm.EMPTY);

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.NUDGE, zhang, ActionForm.EMPTY)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aWorkerWhoIsNotTheOwnerMayNotHandATicketOn() {
        Ticket ticket = standing(TicketStatus.OPEN);

        assertThatThrownBy(() -> tickets.act(ticket.no(), TicketAction.REASSIGN, given.actor("fuwang2"), form(TicketAction.REASSIGN, ticket)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void waitingForResidentsStopsTheClock() {
        Ticket ticket = standing(TicketStatus.ACCEPTED);
        Instant due = ticket.resolveBy();
        tickets.act(ticket.no(), TicketAction.ASK, actors.get(Role.GRID), ActionForm.of("哪一层？"));
        given.clocks.move(said.plusSeconds(3600), true);

        assertThat(tickets.act(ticket.no(), TicketAction.ANSWER, Actor.SYSTEM, ActionForm.of("三层")).resolveBy()).isEqualTo(due.plusSeconds(3600));
    }
}

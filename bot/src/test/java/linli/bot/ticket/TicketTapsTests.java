package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static linli.bot.ticket.TicketFixtures.lamp;
import static linli.bot.ticket.TicketFixtures.lift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Ten seconds in which a tap may be taken back, and in which nobody hears of it. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class TicketTapsTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    Announcements announcements;

    @Autowired
    Outbox outbox;

    @Autowired
    Settings settings;

    private ChatGroup group;
    private Actor worker;
    private Ticket ticket;

    @BeforeEach
    void anAcknowledgedTicket() {
        given.setUp();
        settings.change("settle", "0s");
        given.holdAt("2026-07-15T09:30:00");
        group = given.newGroup();
        worker = given.actor("wangge2");
        ticket = open("wmZhang");
        announcements.sendDue();
        given.holdAt("2026-07-15T10:00:00");
        assertThat(said(ticket)).hasSize(1);
    }

    private Ticket open(String speaker) {
        Instant now = at("2026-07-15T09:30:00");
        return tickets.open(given.said(group, Level.TICKET, lamp(), speaker, now));
    }

    private static ActionForm tell(Ticket seen) {
        return new ActionForm(seen.version(), null, "今天 12:00 前安排检修", null, null, null, null, true);
    }

    private List<String> said(Ticket of) {
        List<Long> ids = tickets.history(of.id()).stream().filter(e -> e.is(TicketEvent.Noted.SAID)).map(TicketEvent::lineId).toList();
        return outbox.byIds(ids).stream().map(Line::text).toList();
    }

    @Test
    void theGroupHearsOfATapOnceItCanNoLongerBeTakenBack() {
        tickets.tap(ticket.no(), TicketAction.ACCEPT, worker, tell(ticket));
        announcements.sendDue();
        given.holdAt("2026-07-15T10:00:10");
        announcements.sendDue();
        assertThat(said(ticket)).hasSize(1);
        assertThat(announcements.nextDue(at("2026-07-15T10:00:11"))).contains(at("2026-07-15T10:00:12"));

        given.holdAt("2026-07-15T10:00:12");
        announcements.sendDue();
        assertThat(said(ticket)).hasSize(2).last().asString().startsWith("【已受理】");
    }

    @Test
    void aTapTakenBackLeavesTheTicketAsItWasAndIsNeverHeard() {
        Tapped tapped = tickets.tap(ticket.no(), TicketAction.ACCEPT, worker, tell(ticket));
        given.holdAt("2026-07-15T10:00:09");

        Ticket back = tickets.undo(ticket.no(), tapped.undoable(), worker);

        assertThat(back).usingRecursiveComparison().ignoringFields("version", "updatedAt", "voicesSaid").isEqualTo(ticket);
        assertThat(back.version()).isEqualTo(ticket.version() + 2);
        assertThat(tickets.undo(ticket.no(), tapped.undoable(), worker).version()).isEqualTo(back.version());
        given.holdAt("2026-07-15T10:30:00");
        announcements.sendDue();
        assertThat(said(ticket)).hasSize(1);
        assertThat(announcements.progress(back)).doesNotContain("12:00 前");
        assertThat(tickets.history(ticket.id())).extracting(TicketEvent::kind).endsWith("ACCEPT", "UNDONE");
    }

    @Test
    void aWrongFalseAlarmIsTakenBack() {
        Tapped tapped = tickets.tap(ticket.no(), TicketAction.VOID, worker, new ActionForm(ticket.version(), "误报", null, null, null, null, null, false));
        assertThat(tapped.ticket().status()).isEqualTo(TicketStatus.VOID);

        assertThat(tickets.undo(ticket.no(), tapped.undoable(), worker).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aMergeTakenBackTakesItsVoicesAlong() {
        Ticket second = open("wmLi");
        Tapped tapped = tickets.tap(second.no(), TicketAction.MERGE, worker, new ActionForm(null, null, null, null, null, null, ticket.no(), false));
        assertThat(tickets.get(ticket.id()).voices()).isEqualTo(2);

        Ticket back = tickets.undo(second.no(), tapped.undoable(), worker);

        assertThat(back.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(back.mergedInto()).isNull();
        assertThat(tickets.get(ticket.id()).voices()).isEqualTo(1);
    }

    @Test
    void anotherPersonsTapALateOneAndOneThatWasGoneOnFromStay() {
        Tapped tapped = tickets.tap(ticket.no(), TicketAction.ACCEPT, worker, tell(ticket));
        assertThatThrownBy(() -> tickets.undo(ticket.no(), tapped.undoable(), given.actor("fuwang2"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.undo(ticket.no(), tapped.undoable(), given.actor("wangge1"))).isInstanceOf(NotFound.class);

        tickets.act(ticket.no(), TicketAction.NOTE, given.actor("fuwang2"), ActionForm.of("已联系"));
        assertThatThrownBy(() -> tickets.undo(ticket.no(), tapped.undoable(), worker)).isInstanceOf(Conflict.class).hasMessageContaining("小刘");

        Tapped late = tickets.tap(ticket.no(), TicketAction.START, worker, ActionForm.EMPTY);
        given.holdAt("2026-07-15T10:00:13");
        assertThatThrownBy(() -> tickets.undo(ticket.no(), late.undoable(), worker)).isInstanceOf(NotAllowed.class).hasMessageContaining("10 秒");
    }

    @Test
    void whatTheGroupHasHeardIsNotUnheard() {
        Tapped tapped = tickets.tap(ticket.no(), TicketAction.ACCEPT, worker, tell(ticket));
        given.holdAt("2026-07-15T10:00:12");
        announcements.sendDue();

        assertThatThrownBy(() -> tickets.undo(ticket.no(), tapped.undoable(), worker)).isInstanceOf(NotAllowed.class).hasMessageContaining("已经发出");
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.ACCEPTED);
    }

    @Test
    void anEmergencysStepsAreHeardAtOnceAndStay() {
        Ticket danger = tickets.open(given.said(
                group, Level.EMERGENCY, TicketFixtures.of("fire", Category.FIRE, "火情", Urgency.P0, false, "fire"), "wmZhang", at("2026-07-15T10:00:00")));

        Tapped tapped = tickets.tap(danger.no(), TicketAction.ACCEPT, worker, tell(danger));

        assertThat(tapped.undoable()).isNull();
        assertThat(said(danger)).last().asString().startsWith("【已响应】");
    }

    @Test
    void acceptingForTheWholeDayDoesNotDelayAnAcknowledgementThatIsTakenBack() {
        Ticket fresh = tickets.open(given.said(group, Level.TICKET, lift(), "wmWang", at("2026-07-15T10:00:00")));
        Tapped tapped = tickets.tap(fresh.no(), TicketAction.ACCEPT, worker, tell(fresh));
        tickets.undo(fresh.no(), tapped.undoable(), worker);

        announcements.sendDue();

        assertThat(said(fresh)).singleElement().asString().startsWith("【已登记】");
    }
}

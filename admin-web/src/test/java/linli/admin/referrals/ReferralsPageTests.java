package linli.admin.referrals;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.stream.Stream;
import linli.admin.AtTheConsole;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.referral.Referral;
import linli.bot.referral.Referrals;
import linli.bot.referral.Target;
import linli.bot.staff.Staff;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Source;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReferralsPageTests extends AtTheConsole {

    @Autowired
    Referrals referrals;

    private Ticket ticket(String matter) {
        Trouble trouble = new Trouble(
                "road", Category.TRAF, "", matter, Urgency.P2, false, false,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.WORDS, "registered");
        return tickets.open(Opening.written(Source.COUNTER, trouble, null, clock.now()));
    }

    private MvcTestResult handOff(Ticket ticket, Staff who, String... namesAndValues) {
        Stream<String> step = Stream.of("action", "HAND_OFF", "version", String.valueOf(ticket.version()), "tell", "false");
        return post(who, "/tickets/" + ticket.no() + "/transitions", Stream.concat(step, Stream.of(namesAndValues)).toArray(String[]::new));
    }

    @Test
    void aTicketIsHandedOffWithTargetNumberAndADayToAskAgain() {
        Ticket ticket = ticket("路面塌陷");
        String day = clock.today().plusDays(4).toString();
        assertThat(handOff(ticket, desk, "sendTo", "HOTLINE_12345", "followUp", day)).hasStatus3xxRedirection();
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.HANDED_OFF);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).bodyText().contains("12345 热线", "编号待回填", "回填编号");
        assertThat(mvc.get().uri("/tickets/referrals").with(as(worker))).bodyText().contains(ticket.no(), "等对方办理");
        assertThat(mvc.get().uri("/tickets/referrals").with(as(otherGrid))).bodyText().doesNotContain(ticket.no());
    }

    @Test
    void theirNumberIsTypedOnceAndStandsInTheHistoryAndTheBlocks() {
        Ticket ticket = ticket("路面塌陷");
        handOff(ticket, desk, "sendTo", "DEPARTMENT", "department", "区住建局", "followUp", clock.today().plusDays(1).toString());
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/referral").with(as(worker)).with(csrf()).param("externalNo", "X1")).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/referral").with(as(desk)).with(csrf()).param("externalNo", "<b>1</b>")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/referral").with(as(desk)).with(csrf()).param("externalNo", "CS-20261124-7")).hasStatus3xxRedirection();
        assertThat(referrals.of(ticket.id()).orElseThrow().externalNo()).isEqualTo("CS-20261124-7");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/copy").with(as(desk)))
                .bodyText()
                .contains("【事项】12栋路面塌陷", "区住建局", "CS-20261124-7", "周报一行", "&quot;externalNo&quot;");
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).bodyText().contains("对方编号 CS-20261124-7");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/copy").with(as(otherGrid))).hasStatus(404);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingHappens() {
        Ticket ticket = ticket("路面塌陷");
        assertThat(handOff(ticket, desk, "followUp", clock.today().plusDays(1).toString())).hasStatus(422).bodyText().contains("请选择上报给谁");
        assertThat(handOff(ticket, desk, "sendTo", "STREET")).hasStatus(422).bodyText().contains("回访日期");
        assertThat(handOff(ticket, desk, "sendTo", "STREET", "followUp", clock.today().minusDays(1).toString())).hasStatus(422);
        assertThat(handOff(ticket, worker, "sendTo", "STREET", "followUp", clock.today().plusDays(1).toString())).hasStatus(403);
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(referrals.of(ticket.id())).isEmpty();
    }

    @Test
    void takenBackItWasNeverHandedOffAndReturnedItIsClosed() {
        Ticket ticket = ticket("路面塌陷");
        handOff(ticket, desk, "sendTo", "PLATFORM_141", "externalNo", "141-9", "followUp", clock.today().plusDays(2).toString());
        Long event = jdbc.queryForObject("select event_id from ticket_tap where ticket_id = ?", Long.class, ticket.id());
        mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(desk)).with(csrf()).param("event", String.valueOf(event)).exchange();
        assertThat(tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(referrals.of(ticket.id())).isEmpty();

        handOff(tickets.get(ticket.id()), desk, "sendTo", "PLATFORM_141", "externalNo", "141-9", "followUp", clock.today().plusDays(2).toString());
        Ticket there = tickets.get(ticket.id());
        mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(desk)).with(csrf())
                .param("action", "RETURN").param("version", String.valueOf(there.version())).param("text", "对方退回").exchange();
        assertThat(referrals.of(ticket.id())).get().extracting(Referral::isOpen, Referral::target).containsExactly(false, Target.PLATFORM_141);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/referral").with(as(desk)).with(csrf()).param("externalNo", "141-10")).hasStatus(403);
    }

    @Test
    void noCellOfTheRowBecomesAFormula() {
        Ticket ticket = ticket("=1+1坏了");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/copy").with(as(desk))).bodyText().contains("\t&#39;=1+1坏了");
    }
}

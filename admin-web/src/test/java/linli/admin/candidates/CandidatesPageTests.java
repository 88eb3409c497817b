package linli.admin.candidates;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import linli.admin.tickets.AtTheTickets;
import linli.bot.parsing.Level;
import linli.bot.staff.Staff;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Guesses are decided one by one, with one tap. */
class CandidatesPageTests extends AtTheTickets {

    @Test
    void aGuessIsDecidedWithOneTapAndTheSecondTapIsHarmless() {
        Ticket guess = open(Level.CANDIDATE, false, "楼梯间黑漆麻黑的");
        assertThat(mvc.get().uri("/candidates").with(as(worker))).hasStatusOk().bodyText().contains(guess.no(), "立单", "不立单");
        assertThat(mvc.get().uri("/candidates").with(as(otherGrid))).hasStatusOk().bodyText().doesNotContain(guess.no());

        assertThat(decide(worker, guess, "CONFIRM")).hasRedirectedUrl("/candidates");
        assertThat(decide(worker, guess, "CONFIRM")).hasRedirectedUrl("/candidates");

        assertThat(now(guess).status()).isEqualTo(TicketStatus.OPEN);
        // The desk shows the first of its list only, and other tests fill it.
        assertThat(mvc.get().uri("/tickets?q=" + guess.no()).with(as(worker))).hasStatusOk().bodyText().contains(guess.no());
    }

    @Test
    void aGuessCanBeDismissed() {
        Ticket guess = open(Level.CANDIDATE, false, "哪个晓得社保卡在哪里办");

        assertThat(decide(desk, guess, "DISMISS")).hasRedirectedUrl("/candidates");

        assertThat(now(guess).status()).isEqualTo(TicketStatus.VOID);
    }

    private MvcTestResult decide(Staff person, Ticket guess, String decision) {
        return mvc.post().uri("/candidates/" + guess.no()).with(as(person)).with(csrf())
                .param("decision", decision).param("version", String.valueOf(guess.version())).exchange();
    }
}

package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import linli.bot.community.ChatGroup;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Urgency;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What is restricted is read by its owner, the desk and the leader, and by nobody else (C6). */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class RestrictedTests {

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    private Ticket bite;

    @BeforeEach
    void aDogHasBittenAChild() {
        given.setUp();
        given.holdAt("2026-07-14T10:00:00");
        ChatGroup group = given.newGroup();
        bite = tickets.open(given.said(
                group, Level.TICKET, TicketFixtures.of("bite", Category.PET, "犬只伤人", Urgency.P1, true, "bite"), "wmXie", at("2026-07-14T10:00:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qiantai1", "lingdao1"})
    void deskAndLeaderReadTheWords(String userid) {
        assertThat(tickets.lines(bite.id(), given.actor(userid))).isNotEmpty();
        assertThat(tickets.rawLines(bite.id(), given.actor(userid))).isNotEmpty();
    }

    @Test
    void whoeverHasItReadsTheWordsAndNoLongerWhenItIsGivenToAnother() {
        Actor first = given.actor("wangge2");
        tickets.act(bite.no(), TicketAction.ACCEPT, first, ActionForm.EMPTY);
        assertThat(tickets.lines(bite.id(), first)).isNotEmpty();

        long other = given.staff.findByUserid("fuwang2").orElseThrow().id();
        tickets.act(bite.no(), TicketAction.REASSIGN, given.actor("qiantai1"), new ActionForm(null, "换人", null, other, null, null, null, false));

        assertThat(tickets.lines(bite.id(), given.actor("fuwang2"))).isNotEmpty();
        assertThatThrownBy(() -> tickets.lines(bite.id(), first)).isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fuwang2", "wangge1", "weibao", "gonggao1"})
    void nobodyElseReadsThem(String userid) {
        Actor stranger = given.actor(userid);

        assertThat(tickets.mayRead(tickets.get(bite.id()), stranger)).isFalse();
        assertThatThrownBy(() -> tickets.lines(bite.id(), stranger)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tickets.rawLines(bite.id(), stranger)).isInstanceOf(NotAllowed.class);
    }
}

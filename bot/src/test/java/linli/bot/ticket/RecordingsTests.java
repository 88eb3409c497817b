package linli.bot.ticket;

import static linli.bot.ticket.TicketFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.StoredMessage;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.DataScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A recording beside a live issue is somebody's to listen to (语音待听); any other is let go. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0"})
@Import(NobodyListens.class)
class RecordingsTests {

    private static int recordingsSoFar;

    @Autowired
    TicketFixtures given;

    @Autowired
    Tickets tickets;

    @Autowired
    Recordings recordings;

    @Autowired
    NightLadder ladder;

    private ChatGroup group;

    @BeforeEach
    void aGroup() {
        given.setUp();
        given.holdAt("2026-07-14T10:00:00");
        group = given.newGroup();
    }

    private Ticket issue(String local, Trouble trouble) {
        given.holdAt(local);
        return tickets.open(given.said(group, Level.TICKET, trouble, "wmZhang", at(local)));
    }

    private StoredMessage recorded(String local, String speaker) {
        Instant at = at(local);
        given.holdAt(local);
        String msgId = "voice-" + ++recordingsSoFar;
        given.tx.executeWithoutResult(status -> {
            given.inbox.append(List.of(new IncomingMessage(
                    "wecom", msgId, recordingsSoFar, group.externalChatId(), speaker, IncomingMessage.Kind.VOICE, "", "media", null, null, at)));
            recordings.take(group.id(), given.told.byVendorId(msgId).orElseThrow());
        });
        return given.told.byVendorId(msgId).orElseThrow();
    }

    private List<Ticket> toBeHeard() {
        return tickets.search(new TicketFilter(null, null, null, null, null, null, group.id(), null, 50), DataScope.COMMUNITY).stream()
                .map(row -> tickets.get(row.id()))
                .filter(ticket -> ticket.kind().equals("recording"))
                .toList();
    }

    private void after(String local) {
        given.holdAt(local);
        recordings.decideHeld();
    }

    @Test
    void afterALiveIssueItIsAGuessOfTheSamePlaceAndCategory() {
        Ticket lift = issue("2026-07-14T10:00:00", TicketFixtures.lift("2"));
        recorded("2026-07-14T10:09:00", "wmLi");

        assertThat(toBeHeard()).singleElement().satisfies(guess -> {
            assertThat(guess.status()).isEqualTo(TicketStatus.CANDIDATE);
            assertThat(guess.matter()).isEqualTo("语音待听");
            assertThat(guess.category()).isEqualTo(lift.category());
            assertThat(guess.building()).isEqualTo(lift.building());
        });
        assertThat(tickets.get(lift.id()).voices()).isEqualTo(1);
    }

    @Test
    void beforeTheIssueItWaitsThreeMinutesForOne() {
        recorded("2026-07-14T10:00:00", "wmLi");
        issue("2026-07-14T10:02:00", TicketFixtures.lift());
        after("2026-07-14T10:02:59");
        assertThat(toBeHeard()).isEmpty();

        after("2026-07-14T10:03:00");
        assertThat(toBeHeard()).hasSize(1);
    }

    @Test
    void withNoIssueNearItIsLetGo() {
        recorded("2026-07-14T10:00:00", "wmLi");
        after("2026-07-14T10:03:00");
        issue("2026-07-14T10:04:00", TicketFixtures.lift());
        after("2026-07-14T10:10:00");

        assertThat(toBeHeard()).isEmpty();
    }

    @Test
    void severalAboutOneIssueAreOneGuess() {
        issue("2026-07-14T10:00:00", TicketFixtures.lift());
        recorded("2026-07-14T10:01:00", "wmLi");
        recorded("2026-07-14T10:02:00", "wmWang");

        assertThat(toBeHeard()).hasSize(1);
    }

    @Test
    void besideARestrictedIssueItIsRestrictedToo() {
        issue("2026-07-14T10:00:00", TicketFixtures.of("bite", Category.PET, "犬只伤人", Urgency.P1, true, "bite"));
        recorded("2026-07-14T10:01:00", "wmLi");

        assertThat(toBeHeard()).singleElement().matches(Ticket::restricted);
    }

    @Test
    void sentByMistakeNobodyNeedsToListenToIt() {
        issue("2026-07-14T10:00:00", TicketFixtures.lift());
        recorded("2026-07-14T10:01:00", "wmLi");
        given.holdAt("2026-07-14T10:01:20");
        long line = given.say(group, "wmLi", "发错了", at("2026-07-14T10:01:20"));

        assertThat(given.tx.<Boolean>execute(status -> recordings.sentByMistake(group.id(), given.told.byIds(List.of(line)).get(0)))).isTrue();
        assertThat(toBeHeard()).allMatch(guess -> guess.status() == TicketStatus.VOID);
    }

    @Test
    void onceStaffHaveHeardACryForHelpInItDutyIsCalledAsIfItHadBeenSaid() {
        issue("2026-07-14T10:00:00", TicketFixtures.lift());
        recorded("2026-07-14T10:01:00", "wmLi");
        Ticket guess = toBeHeard().get(0);
        given.holdAt("2026-07-14T10:20:00");
        tickets.act(guess.no(), TicketAction.RECLASSIFY, given.actor("wangge2"), ActionForm.reclassify(null, Category.SAFE, Urgency.P0));
        tickets.act(guess.no(), TicketAction.CONFIRM, given.actor("wangge2"), new ActionForm(null, null, null, null, null, null, null, true));

        assertThat(tickets.history(guess.id())).anyMatch(event -> event.is(TicketEvent.Noted.SAID));
        assertThat(ladder.of(guess.id())).hasValueSatisfying(calls -> assertThat(calls.dueAt()).isEqualTo(at("2026-07-14T10:23:00")));
    }
}

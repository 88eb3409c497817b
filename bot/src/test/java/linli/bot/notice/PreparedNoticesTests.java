package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.ticket.HotIssueGrew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A hot issue has its notice ready, for the groups that have it and nobody else; whether it goes out a person decides. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0", "linli.inbox.workers=0"})
@Import(NoticeFixtures.class)
class PreparedNoticesTests {

    private static final long ISSUE = 4711;

    @Autowired
    NoticeFixtures here;

    @Autowired
    PreparedNotices prepared;

    @Autowired
    Notices notices;

    @Autowired
    StaffMembers staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Actor clerk;

    @BeforeEach
    void aClerk() {
        here.reset();
        staff.put("gonggao1", "周宁", null, Set.of(Role.CLERK), null, null);
        clerk = staff.findByUserid("gonggao1").map(Staff::actor).orElseThrow();
    }

    private void grows(String... buildings) {
        List<Long> groups = List.of(buildings).stream().map(here::groupOf).toList();
        transaction.executeWithoutResult(status -> events.publishEvent(new HotIssueGrew(ISSUE, "停电", null, groups)));
    }

    private Set<Long> addressed() {
        return Set.copyOf(((Audience.Buildings) prepared.of(ISSUE).orElseThrow().audience()).areaIds());
    }

    private Set<Long> buildings(String... numbers) {
        return Set.copyOf(((Audience.Buildings) here.buildings(numbers)).areaIds());
    }

    @Test
    void aDraftLiesReadyForExactlyTheGroupsThatHaveIt() {
        grows("12", "13");

        assertThat(prepared.of(ISSUE).orElseThrow().status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(addressed()).isEqualTo(buildings("12", "13"));
        assertThat(notices.preview(prepared.of(ISSUE).orElseThrow()).text()).contains("停电");
        assertThat(cards()).hasSize(1).allMatch(card -> card.contains("停电"));
        assertThat(here.jdbc.queryForObject("select count(*) from notice_delivery", Integer.class)).isZero();
    }

    @Test
    void itFollowsTheIssueIntoMoreGroupsAndTheClerkIsToldOnce() {
        grows("12", "13");
        grows("12", "13", "15");
        grows("12", "13", "15");

        assertThat(addressed()).isEqualTo(buildings("12", "13", "15"));
        assertThat(cards()).hasSize(1);
    }

    @Test
    void onceHandedInItIsTheClerksAlone() {
        grows("12", "13");
        Notice draft = prepared.of(ISSUE).orElseThrow();
        Notice filled = notices.edit(draft.id(), draft.revision(), here.waterStop(draft.audience(), null), clerk);
        notices.submit(filled.id(), filled.revision(), true, clerk);
        grows("12", "13", "15");

        assertThat(addressed()).isEqualTo(buildings("12", "13"));
    }

    private List<String> cards() {
        return here.jdbc.queryForList("select text from outbox_message where target = 'gonggao1'", String.class);
    }
}

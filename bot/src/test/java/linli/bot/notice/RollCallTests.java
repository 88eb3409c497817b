package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.CLERK;
import static linli.bot.notice.NoticeFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import linli.bot.community.GroupKind;
import linli.bot.outbox.LineState;
import linli.bot.problem.Invalid;
import linli.bot.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Which groups do not have a notice, who is told so and when, and who forwards in an owner's stead. */
@SpringBootTest(properties = "linli.outbox.workers=0")
@Import({NoticeFixtures.class, VendorTasks.class})
class RollCallTests {

    @Autowired
    NoticeFixtures here;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    VendorTasks vendor;

    @BeforeEach
    void aSmallCommunity() {
        here.reset();
        vendor.reset();
        here.owner("12", "wangge2", "小陈", "fuwang2");
        here.owner("15", "fuwang2", "小刘", "wangge2");
    }

    private List<String> cards(String userid) {
        return here.jdbc.queryForList("select text from outbox_message where route = 'STAFF_APP' and target = ? order by id", String.class, userid);
    }

    private Notice waterStop() {
        here.used("13", 31);
        NoticeDraft draft = here.waterStop(here.buildings("12", "13", "15"), null).byHand(Map.of(here.groupOf("13"), ByHand.FORWARD));
        Notice notice = here.sending(draft);
        here.line(notice, "12", LineState.TASK_CREATED, "task-1", null);
        here.line(notice, "15", LineState.TASK_CREATED, "task-2", null);
        here.later(60);
        notices.dispatchDue();
        here.line(notice, "12", LineState.SENT, "task-1", null);
        return notice;
    }

    @Test
    void halfAnHourAfterAStopOfWaterItsAuthorHearsWhichGroupsDoNotHaveIt() {
        Notice notice = waterStop();
        assertThat(deliveries.said(notices.get(notice.id()))).isEqualTo("已发送 1/3｜待群主确认 1（15栋 小刘）｜待人工转发 1（13栋）");
        assertThat(notices.nextDue(here.now())).contains(NoticeFixtures.instant("2026-07-15T14:31:00"));
        here.at("2026-07-15T14:30:30");
        notices.dispatchDue();
        assertThat(cards("gonggao1")).isEmpty();

        here.at("2026-07-15T14:31:00");
        notices.dispatchDue();
        notices.dispatchDue();
        assertThat(cards("gonggao1")).containsExactly(
                "【未发出清单】停水通知：13栋群（待人工转发）、15栋群（群主小刘，已提醒 1/3）。[再次提醒] [转备用群主] [登记人工转发]");
        assertThat(vendor.reminded).containsExactly("task-2");
    }

    @Test
    void anythingElseIsCalledAfterTwoHoursAndNeverAtNight() {
        here.at("2026-07-15T21:00:00");
        Notice notice = here.sending(here.waste(here.buildings("15"), null));
        here.at("2026-07-15T23:10:00");
        notices.dispatchDue();
        assertThat(cards("gonggao1")).isEmpty();

        here.at("2026-07-16T07:30:00");
        notices.dispatchDue();
        assertThat(cards("gonggao1")).containsExactly("【未发出清单】垃圾分类：15栋群（排队中）。[再次提醒] [转备用群主] [登记人工转发]");
        assertThat(deliveries.of(notice.id())).hasSize(1);
    }

    @Test
    void whenEveryGroupHasItNobodyIsBothered() {
        Notice notice = waterStop();
        here.line(notice, "15", LineState.SENT, "task-2", null);
        deliveries.forwarded(deliveries.of(notice.id()).get(1).id(), "截图 0715-13", CLERK);

        here.at("2026-07-15T14:31:00");
        notices.dispatchDue();
        assertThat(cards("gonggao1")).isEmpty();
        assertThat(vendor.reminded).isEmpty();
    }

    @Test
    void theLastGroupSaysHowLongItTook() {
        Notice notice = waterStop();
        here.at("2026-07-15T14:52:00");
        deliveries.forwarded(deliveries.of(notice.id()).get(1).id(), "截图 0715-13", CLERK);
        here.at("2026-07-15T15:48:00");
        here.line(notice, "15", LineState.SENT, "task-2", null);

        assertThat(deliveries.said(notices.get(notice.id()))).isEqualTo("已发到 3/3 个群（其中人工转发 1 个），最慢用时 1 小时 47 分");
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENT);
    }

    @Test
    void aBackupOwnerForwardsInsteadAndTheOwnersTaskIsStopped() {
        Notice notice = waterStop();
        Delivery fifteen = deliveries.of(notice.id()).get(2);
        deliveries.handOver(fifteen.id(), CLERK);

        assertThat(vendor.cancelled).containsExactly("task-2");
        Delivery handed = deliveries.get(fifteen.id());
        assertThat(handed.status()).isEqualTo(DeliveryStatus.WAIT_MANUAL);
        assertThat(handed.handedTo()).isEqualTo("wangge2");
        assertThat(cards("wangge2")).singleElement().asString()
                .startsWith("请代为转发：停水通知还没有发到15栋群（群主小刘未确认）。").contains("【停水通知】因二次供水泵房检修");
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.SENDING);

        deliveries.forwarded(fifteen.id(), "截图 15", NoticeFixtures.person("wangge2", "陈静", Role.UNIT, null));
        assertThat(deliveries.get(fifteen.id()).status()).isEqualTo(DeliveryStatus.MANUAL);
    }

    @Test
    void aTaskThatWeComDidNotStopIsNotHandedOver() {
        Notice notice = waterStop();
        vendor.fail = true;
        Delivery fifteen = deliveries.of(notice.id()).get(2);

        assertThatThrownBy(() -> deliveries.handOver(fifteen.id(), CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("没有转出");
        assertThat(deliveries.get(fifteen.id()).status()).isEqualTo(DeliveryStatus.WAIT_OWNER);
    }

    @Test
    void aGroupWithoutABackupSaysSo() {
        here.group("16栋邻里群", GroupKind.BUILDING, here.buildings.get("1"), here.grid1, "wangge2");
        Notice notice = here.sending(here.waste(here.buildings("1"), null));
        Delivery one = deliveries.of(notice.id()).get(0);

        assertThatThrownBy(() -> deliveries.handOver(one.id(), REVIEWER)).isInstanceOf(Invalid.class).hasMessageContaining("备用群主");
    }

    @Test
    void stoppingANoticeAlsoEndsWhatWaitsForAPerson() {
        Notice notice = waterStop();
        notices.cancel(notice.id(), null, REVIEWER);

        assertThat(deliveries.of(notice.id())).extracting(Delivery::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.CANCELLED, DeliveryStatus.CANCELLED);
        here.at("2026-07-15T14:31:00");
        notices.dispatchDue();
        assertThat(cards("gonggao1")).isEmpty();
    }
}

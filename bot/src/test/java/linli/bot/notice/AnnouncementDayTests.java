package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The announcement clerk's day, from a form with a gap to water that does not come back (walkthrough D3). */
class AnnouncementDayTests extends NoticesInTheSandbox {

    @Autowired
    NoticeFacts facts;

    private long group(String number) {
        return groups.findByExternalId(chatId(number + "栋邻里群")).orElseThrow().id();
    }

    private void used(String number, int received) {
        jdbc.sql("insert into notice_quota (chat_group_id, month, received, read_at) values (?, '2026-07-01', ?, now()) "
                        + "on conflict (chat_group_id, month) do update set received = excluded.received")
                .params(group(number), received)
                .update();
    }

    private NoticeDraft draft(String end) {
        Map<String, String> values = new HashMap<>(Map.of("reason", "二次供水泵房检修", "start", "2026-07-17T09:00", "source", "物业服务中心"));
        values.put("end", end);
        return new NoticeDraft("water-stop", null, values, buildings("12", "13", "15"), null);
    }

    private void awaitStatus(long notice, DeliveryStatus... expected) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(deliveries.of(notice)).extracting(Delivery::status).containsExactly(expected));
    }

    private List<String> cards(String userid) {
        return jdbc.sql("select text from outbox_message where route = 'STAFF_APP' and target = ? order by id")
                .param(userid).query(String.class).list();
    }

    private String board(Notice notice) {
        return deliveries.said(notices.get(notice.id()));
    }

    private List<String> said(String number) {
        return jdbc.sql("select text from outbox_message where route = 'AUTO' and target = ? order by id")
                .param(chatId(number + "栋邻里群")).query(String.class).list();
    }

    @Test
    void theClerksDayPlaysToTheLetter() {
        clock("2026-07-15T14:00:00");
        used("12", 17);
        used("13", 31);
        used("15", 17);

        Notice notice = notices.create(null, draft(""), CLERK);
        assertThatThrownBy(() -> notices.submit(notice.id(), null, false, CLERK)).hasMessage("缺少：结束时间。补全后才能提交审核。");
        notices.edit(notice.id(), null, draft("2026-07-17T08:00"), CLERK);
        assertThatThrownBy(() -> notices.submit(notice.id(), null, false, CLERK)).hasMessage("结束时间早于开始时间，请检查。");

        Preview preview = notices.preview(draft("2026-07-17T17:00"));
        assertThat(preview.text()).matches("【停水通知】因二次供水泵房检修，12栋、13栋、15栋定于7月17日（周五）09:00—17:00停水。"
                + "请提前储水、关好水龙头；来水后如发黄，请放水至清澈再使用。咨询：[-0-9]+。芙蓉中路社区（据物业服务中心通知） 7月15日");
        assertThat(preview.quota()).matches("3 个楼栋群，约 \\d+ 人；本月群发额度剩余：12栋 普通 9＋应急预留 5，13栋 0，15栋 普通 9＋应急预留 5");
        assertThat(preview.shorts()).extracting(Preview.Short::sentence)
                .containsExactly("13栋群本月群发额度已用完，本条会发送失败。可选：侧边栏一键发送 / 群主手动转发。");

        notices.edit(notice.id(), null, draft("2026-07-17T17:00").byHand(Map.of(group("13"), ByHand.FORWARD)), CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        assertThat(cards("shenhe1").get(cards("shenhe1").size() - 1)).matches("待审：停水通知（12、13、15栋，约 \\d+ 人）\\[通过] \\[退回]");
        assertThat(notices.allowed(notices.get(notice.id()), CLERK)).doesNotContain(NoticeAction.APPROVE);

        clock("2026-07-15T14:20:00");
        notices.approve(notice.id(), null, null, REVIEWER);
        clock("2026-07-15T14:20:30");
        notices.undo(notice.id(), null, CLERK);
        assertThat(notices.get(notice.id()).status()).isEqualTo(NoticeStatus.APPROVED);
        notices.send(notice.id(), null, CLERK);
        clock("2026-07-15T14:21:30");
        awaitStatus(notice.id(), DeliveryStatus.TASK_CREATED, DeliveryStatus.WAIT_MANUAL, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        clock("2026-07-15T14:22:31");
        awaitStatus(notice.id(), DeliveryStatus.SENT, DeliveryStatus.WAIT_MANUAL, DeliveryStatus.WAIT_OWNER);
        assertThat(board(notice)).isEqualTo("已发送 1/3｜待群主确认 1（15栋 小刘）｜待人工转发 1（13栋）");

        clock("2026-07-15T14:51:30");
        assertThat(cards("gonggao1")).contains(
                "【未发出清单】停水通知：15栋群（群主小刘，已提醒 1/3）、13栋群（待人工转发）。[再次提醒] [转备用群主] [登记人工转发]");

        deliveries.forwarded(deliveries.of(notice.id()).get(1).id(), "截图 0715-13", CLERK);
        clock("2026-07-15T15:08:30");
        confirm("fuwang2");
        awaitStatus(notice.id(), DeliveryStatus.SENT, DeliveryStatus.MANUAL, DeliveryStatus.SENT);
        assertThat(board(notice)).isEqualTo("已发到 3/3 个群（其中人工转发 1 个），最慢用时 47 分钟");

        hoursAreAskedBeforeItBegins();

        notices.dispatchDue();
        notices.dispatchDue();
        String text = notices.version(notices.get(notice.id())).orElseThrow().text();
        assertThat(lines("12栋邻里群", text)).hasSize(1);
        assertThat(lines("15栋邻里群", text)).hasSize(1);
        assertThat(lines("13栋邻里群", text)).isEmpty();

        putRight(notice);
        waterStopsAndDoesNotComeBack();
    }

    private void hoursAreAskedBeforeItBegins() {
        say("15栋邻里群", "冉冉", "刚才那个停水到几点");
        clock("2026-07-15T15:12:00");
        assertThat(said("15").get(said("15").size() - 1)).isEqualTo(
                "【提示】15栋7月17日 09:00–17:00 停水检修（7月15日已通知），预计 17:00 恢复。超过时间仍未恢复，请在群里说一声。");
        say("15栋邻里群", "冉冉", "又停水了，停到好久嘛");
        clock("2026-07-15T15:16:00");
        assertThat(said("15").get(said("15").size() - 1)).startsWith("【已登记】15栋停水");
    }

    private void putRight(Notice notice) {
        clock("2026-07-15T15:29:00");
        Map<String, String> values = new HashMap<>(notices.get(notice.id()).values());
        values.put("end", "2026-07-17T19:00");
        Notice correction = notices.correct(null, notice.id(), values, CLERK);
        notices.submit(correction.id(), null, false, CLERK);
        notices.approve(correction.id(), null, null, REVIEWER);
        clock("2026-07-15T15:30:00");
        awaitStatus(correction.id(), DeliveryStatus.TASK_CREATED, DeliveryStatus.WAIT_MANUAL, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        confirm("fuwang2");
        deliveries.forwarded(deliveries.of(correction.id()).get(1).id(), "截图 0715-14", CLERK);
        awaitStatus(correction.id(), DeliveryStatus.SENT, DeliveryStatus.MANUAL, DeliveryStatus.SENT);
        assertThat(lines("12栋邻里群", "【更正】7月15日停水通知：12栋、13栋、15栋恢复供水时间由7月17日17:00更正为19:00，其余不变。芙蓉中路社区 7月15日"))
                .hasSize(1);
    }

    private void waterStopsAndDoesNotComeBack() {
        int thirteen = said("13").size();
        int twelve = said("12").size();
        clock("2026-07-17T09:20:00");
        say("13栋邻里群", "谭伯", "怎么没水了");
        clock("2026-07-17T09:22:00");
        say("13栋邻里群", "青青", "没水了嗦");
        clock("2026-07-17T09:40:00");
        assertThat(said("13").subList(thirteen, said("13").size())).containsExactly(
                "【提示】13栋今天 09:00–19:00 停水检修（7月15日已通知），预计 19:00 恢复。超过时间仍未恢复，请在群里说一声。");

        clock("2026-07-17T19:10:00");
        say("12栋邻里群", "张阿姨", "还没来水");
        clock("2026-07-17T19:12:00");
        assertThat(cards("gonggao1").get(cards("gonggao1").size() - 1)).startsWith("【通知超时】更正停水通知：12栋群 19:10");
        clock("2026-07-17T19:40:00");
        say("12栋邻里群", "张阿姨", "还没来水");
        clock("2026-07-17T19:43:00");
        List<String> heard = said("12").subList(twelve, said("12").size());
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).isEqualTo("【提示】12栋原定 19:00 恢复供水，正在核实最新时间，稍后在本群回复。");
        assertThat(heard.get(1)).matches("【已登记】12栋超过通知时间仍未来水，单号 \\d{6}-\\d{3}，已转网格员和物业核实。");
        assertThat(jdbc.sql("select urgency from ticket where notice_id is not null order by id desc limit 1").query(String.class).single())
                .isEqualTo("P1");
    }
}

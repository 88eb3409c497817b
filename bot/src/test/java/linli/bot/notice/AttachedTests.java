package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import linli.bot.attachment.Attachments;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.ClockStore;
import linli.bot.time.MachineClock;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture, a file and a link go out beside the words, each once, to each group. */
class AttachedTests extends AgainstTheSandbox {

    private static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    private static final Actor REVIEWER = new Actor("shenhe1", "马德明", 2L, Set.of(Role.REVIEWER), null, null);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Attachments attachments;

    @Autowired
    Areas areas;

    @Autowired
    ClockStore clockStore;

    @Autowired
    MachineClock machine;

    @Autowired
    ChatGroups groups;

    @BeforeEach
    void anAfternoon() {
        await().atMost(Duration.ofMinutes(1)).until(() -> groups.all().stream().filter(group -> group.isBound()).count() >= 60);
        call("POST", "clock", Map.of("to", "2026-08-13T14:00:00", "hold", true));
        confirm("wangge2"); // What other tests left waiting.
    }

    @AfterEach
    void realTime() {
        call("DELETE", "faults", Map.of());
        clockStore.move(machine.now(), false);
    }

    private List<Long> three() {
        List<Long> ids = new ArrayList<>();
        ids.add(attachments.addFile("停水区域图.png", PNG, CLERK).id());
        ids.add(attachments.addFile("说明.txt", "请储水，关好龙头。".getBytes(java.nio.charset.StandardCharsets.UTF_8), CLERK).id());
        ids.add(attachments.addLink("更多", "https://example.cn/a", "看看", CLERK).id());
        return ids;
    }

    private Notice sending(List<Long> attached) {
        Audience audience = new Audience.Buildings(List.of("12", "13").stream().map(number -> areas.building(number).orElseThrow().id()).toList());
        Notice notice = notices.create(null, new NoticeDraft(
                "waste-sorting", null, Map.of("content", "厨余垃圾 " + UUID.randomUUID()), audience, null).attach(attached), CLERK);
        notices.submit(notice.id(), null, false, CLERK);
        notices.approve(notice.id(), null, null, REVIEWER);
        jdbc.sql("update notice set due_at = due_at - interval '60 seconds' where id = ?").param(notice.id()).update();
        notices.dispatchDue();
        return notices.get(notice.id());
    }

    private void awaitAll(Notice notice, DeliveryStatus expected) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(deliveries.of(notice.id())).extracting(Delivery::status).hasSize(2).containsOnly(expected));
    }

    private List<String> heard(String group, long since) {
        return jdbc.sql("select l.kind || ' ' || convert_from(l.body, 'UTF8') from sandbox.message l join sandbox.chat_group g on g.id = l.group_id "
                        + "where g.name = ? and l.seq > ? and l.kind != 'TEXT' order by l.seq")
                .params(group, since).query(String.class).list();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(seq), 0) from sandbox.message").query(Long.class).single();
    }

    @Test
    void eachGroupGetsThemAfterTheWordsAndTheMediumIsUploadedOnce() {
        long before = last();
        Notice notice = sending(three());
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);

        for (String group : List.of("12栋邻里群", "13栋邻里群")) {
            assertThat(heard(group, before)).containsExactly("IMAGE 停水区域图.png", "FILE 说明.txt", "LINK 更多");
        }
        Notice again = sending(notice.attachments());
        awaitAll(again, DeliveryStatus.TASK_CREATED);
        assertThat(jdbc.sql("select count(*) from sandbox.media where name = '停水区域图.png'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anUploadThatFailsIsTriedAgainAndNothingIsSentTwice() {
        long before = last();
        fault(Map.of("path", "media/upload", "loseAnswer", true, "times", 1));
        Notice notice = sending(three());
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        assertThat(heard("12栋邻里群", before)).hasSize(3);
    }

    @Test
    void aMediumThatWeComDroppedIsUploadedAnew() {
        List<Long> ids = three();
        attachments.uploaded(ids.get(0), "3nothing-there", machine.now().plusSeconds(3600));
        Notice notice = sending(ids);
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
    }
}

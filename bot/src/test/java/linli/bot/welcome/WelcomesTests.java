package linli.bot.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.community.MemberArrived;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.settings.Settings;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes into a group is told once, soon and by day, what the assistant does with what is said. */
@SpringBootTest(properties = {"linli.schedule.enabled=false", "linli.outbox.workers=0", "linli.inbox.workers=0"})
class WelcomesTests {

    private static int groupsSoFar;

    @Autowired
    Welcomes welcomes;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    Outbox outbox;

    @Autowired
    Settings settings;

    @Autowired
    ClockStore clocks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    private ChatGroup group;

    @BeforeEach
    void aGroup() {
        settings.change("assistant", "芙蓉小助手");
        settings.change("settle", "90s");
        settings.change("spacing", "10m");
        settings.change("daily-lines", "6");
        at("2026-07-14T10:00:00");
        String name = "欢迎" + ++groupsSoFar + "群";
        long community = areas.put("W", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long grid = areas.put("W-1", AreaKind.GRID, "第1网格", "1", community, 0);
        groups.announce(name, GroupKind.GRID, grid, grid, "wangge1", null);
        groups.learn("wr" + name, name, "wangge1", 20);
        group = groups.findByExternalId("wr" + name).orElseThrow();
    }

    @AfterEach
    void forget() {
        List.of("assistant", "settle", "spacing", "daily-lines").forEach(key -> settings.change(key, null));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CommunityClock.ZONE).toInstant();
    }

    private void at(String local) {
        clocks.move(instant(local), true);
        if (group != null) {
            welcomes.sendDue();
        }
    }

    private void somebodyComes(String local) {
        at(local);
        transaction.executeWithoutResult(status -> events.publishEvent(new MemberArrived(group.id(), instant(local))));
    }

    private List<String> heard() {
        return sql.queryForList("select text from outbox_message where target = ? and reason = 'welcome' order by id", String.class, group.externalChatId());
    }

    @Test
    void threeWhoComeTogetherAreWelcomedInOneLineThatNamesTheWayOut() {
        somebodyComes("2026-07-14T10:00:00");
        somebodyComes("2026-07-14T10:00:40");
        somebodyComes("2026-07-14T10:01:10");
        at("2026-07-14T10:01:29");
        assertThat(heard()).isEmpty();

        at("2026-07-14T10:01:30");
        at("2026-07-14T11:00:00");

        assertThat(heard()).singleElement().asString().startsWith("【欢迎】新邻居好，我是芙蓉小助手：").contains("同意会话存档", "不识别我", "110、119、120");
    }

    @Test
    void whoComesSoonAfterIsNotWelcomedAgainBeforeHalfADayIsOver() {
        somebodyComes("2026-07-14T08:00:00");
        at("2026-07-14T08:01:30");
        somebodyComes("2026-07-14T12:00:00");
        at("2026-07-14T20:01:29");
        assertThat(heard()).hasSize(1);

        at("2026-07-14T20:01:30");
        assertThat(heard()).hasSize(2);
    }

    @Test
    void whoComesAtNightIsWelcomedInTheMorning() {
        somebodyComes("2026-07-14T21:59:30");
        at("2026-07-14T23:30:00");
        assertThat(heard()).isEmpty();

        at("2026-07-15T07:30:00");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void aWelcomeKeepsItsDistanceFromTheLineBefore() {
        say("2026-07-14T10:00:00", 1);
        somebodyComes("2026-07-14T10:00:10");
        at("2026-07-14T10:09:59");
        assertThat(heard()).isEmpty();

        at("2026-07-14T10:10:00");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void aGroupThatHasHeardEnoughTodayWelcomesTomorrow() {
        say("2026-07-14T10:00:00", 6);
        somebodyComes("2026-07-14T14:00:00");
        at("2026-07-14T18:00:00");
        assertThat(heard()).isEmpty();

        at("2026-07-15T07:30:00");
        assertThat(heard()).hasSize(1);
    }

    private void say(String local, int lines) {
        for (int i = 0; i < lines; i++) {
            String key = group.externalChatId() + i;
            transaction.executeWithoutResult(status -> outbox.put(
                    Draft.toGroup(key, Route.STAFF_TAP, group.externalChatId(), "【已登记】", "ack", false, instant(local))));
        }
    }
}

package linli.bot.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import linli.bot.BotApplication;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.time.MachineClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Areas stand for all that is remembered. */
@SpringBootTest(classes = BotApplication.class)
class RememberedTests {

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    private long id;

    @BeforeEach
    void anAreaThatIsRemembered() {
        id = rename("旧名");
        assertThat(areas.get(id).name()).isEqualTo("旧名");
    }

    private long rename(String name) {
        return areas.put("remembered", AreaKind.COMMUNITY, name, null, null, 0);
    }

    private String nameForOthers() {
        return CompletableFuture.supplyAsync(() -> areas.get(id).name()).join();
    }

    @Test
    void aChangeIsSeenByItsOwnTransactionAndByOthersOnceItIsCommitted() {
        transaction.executeWithoutResult(status -> {
            rename("新名");
            assertThat(areas.get(id).name()).isEqualTo("新名");
            assertThat(nameForOthers()).isEqualTo("旧名");
        });
        assertThat(nameForOthers()).isEqualTo("新名");
    }

    @Test
    void aChangeThatIsTakenBackWasNever() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    rename("新名");
                    areas.get(id);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(areas.get(id).name()).isEqualTo("旧名");
    }

    @Test
    void whatAnotherNodeChangedIsSeenAfterTwoSeconds() {
        Instant[] now = {Instant.EPOCH};
        int[] asked = {0};
        InstantSource source = () -> now[0];
        Clock clock = source.withZone(ZoneOffset.UTC);
        Remembered remembered = new Remembered(new MachineClock(clock));
        assertThat(remembered.get("row", () -> ++asked[0])).isOne();
        now[0] = now[0].plus(Duration.ofSeconds(2));
        assertThat(remembered.get("row", () -> ++asked[0])).isOne();
        now[0] = now[0].plusMillis(1);
        assertThat(remembered.get("row", () -> ++asked[0])).isEqualTo(2);
    }

    @Test
    void nothingIsAnAnswerTooAndIsForgottenWithTheOthers() {
        Remembered remembered = new Remembered(new MachineClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        assertThat(remembered.<String>get("row", () -> null)).isNull();
        assertThat(remembered.get("row", () -> "came since")).isNull();
        remembered.changed();
        assertThat(remembered.get("row", () -> "came since")).isEqualTo("came since");
    }

    @Test
    void thatAGroupIsUnboundIsNeverBelievedFromMemory() {
        groups.learn("remembered-chat", "记忆群", "wangge1", 3);
        assertThat(groups.listened("remembered-chat")).isEmpty();
        // As another node binds it: nobody here is told.
        sql.update("update chat_group set status = 'BOUND', area_id = ?, grid_id = ? where external_chat_id = 'remembered-chat'", id, id);
        assertThat(groups.listened("remembered-chat")).hasValueSatisfying(group -> assertThat(group.kind()).isEqualTo(GroupKind.UNKNOWN));
    }
}

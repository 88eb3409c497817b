package linli.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** After a restore nothing goes out until a person has looked. */
@SpringBootTest(properties = "linli.outbox.workers=0")
class RestoreTests {

    private static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    private static final Actor LEADER = new Actor("lingdao1", "赵立", 2L, Set.of(Role.LEADER), null, null);

    @Autowired
    RestoreWatch watch;

    @Autowired
    SendingGate gate;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxMapper mapper;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        jdbc.execute("truncate outbox_message cascade");
        jdbc.update("update sending_gate set closed = null, reason = null, closed_name = null, closed_at = null");
        watch.check();
        assertThat(gate.closed()).isEmpty();
        transaction.executeWithoutResult(status -> {
            outbox.put(new Draft("a", Route.OWNER_CONFIRM, "wr1", "wangge1", null, "停水", "notice", true, null, clock.now()));
            outbox.put(Draft.toStaff("b", "wangge1", "卡片", "card", clock.now()));
        });
    }

    private int claimable() {
        return transaction.execute(status -> {
            int lines = mapper.claim("here", clock.now(), 60, List.of()).size();
            status.setRollbackOnly();
            return lines;
        });
    }

    @Test
    void aDatabaseThatIsOlderThanTheMachinesNoteStopsEverything() {
        jdbc.update("update sending_gate set alive_at = alive_at - interval '1 hour'");
        watch.check();

        assertThat(gate.closed()).hasValueSatisfying(closed -> {
            assertThat(closed.all()).isTrue();
            assertThat(closed.waiting()).isEqualTo(2);
            assertThat(closed.doubtful()).isEqualTo(1);
        });
        assertThat(claimable()).isZero();
        assertThat(mapper.countReady(clock.now(), List.of())).as("a rehearsal does not wait for what is held").isZero();
        assertThatThrownBy(() -> gate.open(CLERK)).isInstanceOf(NotAllowed.class);
        gate.open(LEADER);
        assertThat(claimable()).isEqualTo(1);
    }

    @Test
    void anotherClusterOrTimeLineStopsEverythingAndOnlyOnce() {
        jdbc.update("update sending_gate set cluster = '7000000000000000000/1'");
        watch.check();
        assertThat(gate.closed()).isPresent();
        gate.open(LEADER);
        watch.check();
        assertThat(gate.closed()).isEmpty();
    }

    @Test
    void anOrdinaryStartStopsNothing() {
        watch.check();
        watch.alive();
        watch.check();
        assertThat(gate.closed()).isEmpty();
    }

    @Test
    void aPauseHoldsTheOwnersTasksAndLetsStaffHear() {
        gate.close("核对名单", CLERK);
        assertThat(gate.closed()).hasValueSatisfying(closed -> assertThat(closed.by()).isEqualTo("苏婷"));
        assertThat(mapper.countReady(clock.now(), List.of())).isEqualTo(1);
        gate.open(CLERK);
        assertThat(mapper.countReady(clock.now(), List.of())).isEqualTo(2);
    }
}

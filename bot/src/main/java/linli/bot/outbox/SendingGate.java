package linli.bot.outbox;

import java.time.Instant;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether lines go out. A person stops the owners' 群发 for a while (暂停); after a restore from a backup the system stops
 * everything until a person has looked, since what the backup believes to be waiting may have been sent since.
 */
@Component
@Transactional
public class SendingGate {

    private static final int REASON = 100;

    private final SendingGateMapper mapper;
    private final AuditLog audit;
    private final CommunityClock clock;

    SendingGate(SendingGateMapper mapper, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param all everything, or only the owners' 群发
     * @param by null: the system itself
     * @param doubtful how many lines may have gone out before
     */
    public record Closed(boolean all, String reason, String by, Instant at, int waiting, int doubtful) {}

    /** How it is closed; empty while it is open. */
    @Transactional(readOnly = true)
    public Optional<Closed> closed() {
        return Optional.ofNullable(mapper.findClosed());
    }

    public boolean mayClose(Actor actor) {
        return actor.is(Role.CLERK) || mayOpenAll(actor);
    }

    /** Whether this person may open what the system closed. */
    public boolean mayOpenAll(Actor actor) {
        return actor.is(Role.REVIEWER) || actor.is(Role.DESK) || actor.is(Role.LEADER);
    }

    public boolean mayOpen(Actor actor) {
        return mayOpenAll(actor) || mayClose(actor) && closed().filter(Closed::all).isEmpty();
    }

    /** 暂停: no owner gets a task until somebody opens again. Closing twice changes nothing. */
    public void close(String reason, Actor actor) {
        require(mayClose(actor), "sending.close");
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new Invalid("problem.notice.reason");
        }
        if (mapper.close("NOTICES", why, actor.name(), clock.now()) == 1) {
            audit.add(actor.ref(), "sending.closed", "sending:1", why);
        }
    }

    /** 恢复: what waits goes on. What may have gone out before is looked for at the platform first. */
    public void open(Actor actor) {
        require(mayOpen(actor), "sending.open");
        if (mapper.open() == 1) {
            audit.add(actor.ref(), "sending.opened", "sending:1", null);
        }
    }

    /** The database came from a backup: nothing goes out, and what waits is in doubt. */
    void restored() {
        mapper.open();
        mapper.close("ALL", Texts.of("sending.restored"), null, clock.now());
        mapper.doubt();
        audit.add(Actor.SYSTEM.ref(), "sending.restored", "sending:1", null);
    }

    private static void require(boolean may, String what) {
        if (!may) {
            throw new NotAllowed("problem.notice.role", Texts.of(what));
        }
    }
}

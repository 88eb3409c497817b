package linli.bot.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.LoginOutcome.Accepted;
import linli.bot.staff.LoginOutcome.Locked;
import linli.bot.staff.LoginOutcome.Refused;
import linli.bot.time.MachineClock;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and passwords of the staff. Only BCrypt hashes are kept; every attempt is in the audit log. */
@Component
@Transactional
public class Logins {

    private static final String NOBODY = "?";

    private final LoginMapper mapper;
    private final StaffMembers staff;
    private final AuditLog audit;
    private final MachineClock machine;
    private final LoginProperties rules;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final StrangerFailures strangers = new StrangerFailures();

    /** Compared with when there is no password, so that the answer takes as long. */
    private final String nobodysHash = encoder.encode(PasswordRules.generate());

    Logins(LoginMapper mapper, StaffMembers staff, AuditLog audit, MachineClock machine, LoginProperties rules) {
        this.mapper = mapper;
        this.staff = staff;
        this.audit = audit;
        this.machine = machine;
        this.rules = rules;
    }

    /** Tries a name and a password; failures are counted, and lock the login for a while. */
    public LoginOutcome attempt(String userid, String password) {
        Optional<Staff> person = staff.findByUserid(userid).filter(Staff::active);
        LoginRow login = person.map(p -> mapper.findForUpdate(p.id())).filter(l -> l.passwordHash() != null).orElse(null);
        boolean matches = matches(password, login == null ? nobodysHash : login.passwordHash());
        Instant now = machine.now();
        if (login == null) {
            audit.add(NOBODY, "login.refused", "staff:?", null);
            return strangers.attempt(userid, now, rules);
        }
        if (login.isLocked(now)) {
            return new Locked(Duration.between(now, login.lockedUntil()));
        }
        return matches ? accept(person.get(), login) : refuse(person.get(), login, now);
    }

    private LoginOutcome accept(Staff person, LoginRow login) {
        mapper.clear(person.id());
        audit.add(person.userid(), "login.accepted", target(person), null);
        return new Accepted(person, login.mustChange());
    }

    private LoginOutcome refuse(Staff person, LoginRow login, Instant now) {
        int failures = login.failures() + 1;
        if (failures < rules.failures()) {
            mapper.fail(person.id(), failures, null);
            audit.add(NOBODY, "login.refused", target(person), null);
            return new Refused();
        }
        mapper.fail(person.id(), 0, now.plus(rules.lockFor()));
        audit.add(NOBODY, "login.locked", target(person), null);
        return new Locked(rules.lockFor());
    }

    /** Whether the password is one that was given out and has to be changed before anything else. */
    public boolean mustChange(long staffId) {
        LoginRow login = mapper.find(staffId);
        return login != null && login.mustChange();
    }

    /** Somebody changes the own password. */
    public void change(Actor actor, String current, String wanted) {
        LoginRow login = mapper.findForUpdate(actor.staffId());
        if (login == null || !matches(current, login.passwordHash())) {
            throw new Invalid("problem.password.current");
        }
        if (current.equals(wanted)) {
            throw new Invalid("problem.password.same");
        }
        PasswordRules.check(actor.ref(), wanted);
        mapper.put(actor.staffId(), encoder.encode(wanted), false, machine.now());
        audit.add(actor.ref(), "password.changed", "staff:" + actor.ref(), null);
    }

    /**
     * Gives a person a new password, which has to be changed at the next login.
     *
     * @return the password; it is not kept and cannot be shown again
     */
    public String reset(long staffId, Actor by) {
        requireAdmin(by);
        Staff person = staff.get(staffId);
        String password = PasswordRules.generate();
        mapper.put(staffId, encoder.encode(password), true, machine.now());
        audit.add(by.ref(), "password.reset", target(person), null);
        return password;
    }

    public void unlock(long staffId, Actor by) {
        requireAdmin(by);
        Staff person = staff.get(staffId);
        mapper.clear(staffId);
        audit.add(by.ref(), "login.unlocked", target(person), null);
    }

    /** Gives several people one password, at installation. */
    public void install(Collection<Staff> people, String password, boolean mustChange) {
        people.forEach(person -> PasswordRules.check(person.userid(), password));
        String hash = encoder.encode(password);
        people.forEach(person -> {
            mapper.put(person.id(), hash, mustChange, machine.now());
            audit.add(Actor.SYSTEM.ref(), "password.reset", target(person), null);
        });
    }

    /** Whether somebody in this role can log in at all. */
    public boolean exists(Role role) {
        return mapper.hasLogin(role.name());
    }

    /** How the logins stand; people who never had a password are left out. */
    public List<LoginState> states() {
        return mapper.findStates(machine.now());
    }

    /** What is longer than BCrypt reads was never accepted as a password, so it cannot be one. */
    private boolean matches(String password, String hash) {
        boolean readable = password.length() <= 72;
        return encoder.matches(readable ? password : "", hash) && readable;
    }

    private static void requireAdmin(Actor by) {
        if (!by.is(Role.ADMIN)) {
            throw new NotAllowed("problem.admin.only");
        }
    }

    private static String target(Staff person) {
        return "staff:" + person.userid();
    }
}

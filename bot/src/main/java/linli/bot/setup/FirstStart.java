package linli.bot.setup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.community.Areas;
import linli.bot.staff.Actor;
import linli.bot.staff.Logins;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Before anything else runs, an empty system gets the community and the first login that the configuration names. */
@Component
class FirstStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String FIRST_ADMIN = "admin";

    private final SetupProperties properties;
    private final Imports imports;
    private final Areas areas;
    private final StaffMembers staff;
    private final Logins logins;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    FirstStart(
            SetupProperties properties,
            Imports imports,
            Areas areas,
            StaffMembers staff,
            Logins logins,
            TransactionTemplate transaction) {
        this.properties = properties;
        this.imports = imports;
        this.areas = areas;
        this.staff = staff;
        this.logins = logins;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        if (properties.file() != null && areas.isEmpty()) {
            // Together, so that a start that is cut short begins anew.
            transaction.executeWithoutResult(status -> bringIn());
        }
        if (properties.hasAdminPassword() && !logins.exists(Role.ADMIN)) {
            logins.install(List.of(firstAdmin()), properties.adminPassword(), true);
        }
        running = true;
    }

    private void bringIn() {
        ImportReport report = imports.apply(properties.file(), Actor.SYSTEM);
        if (!report.isClean()) {
            String all = report.problems().stream().map(CellProblem::toString).collect(Collectors.joining("\n"));
            throw new IllegalStateException(Texts.of("setup.first", properties.file(), all));
        }
        log.info("Brought in {}: {}", properties.file(), report.counts());
        if (properties.hasSamplePassword()) {
            logins.install(staff.all(), properties.samplePassword(), false);
        }
    }

    private Staff firstAdmin() {
        return staff.inRole(Role.ADMIN, null).stream().findFirst().orElseGet(() -> staff.get(
                staff.put(FIRST_ADMIN, Texts.label(Role.ADMIN), null, Set.of(Role.ADMIN), null, null)));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First of all: the edges read what stands here. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

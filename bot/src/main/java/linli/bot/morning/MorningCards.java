package linli.bot.morning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.settings.Settings;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the morning: cards to every worker of every grid, once a day. */
@Component
@Transactional
public class MorningCards {

    /** Later than that the morning is over, and a card would tell of yesterday. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final MorningCard card;
    private final MorningProperties properties;
    private final Settings settings;
    private final Areas areas;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final CommunityClock clock;
    private volatile LocalDate sent;

    MorningCards(
            MorningCard card,
            MorningProperties properties,
            Settings settings,
            Areas areas,
            StaffMembers staff,
            Outbox outbox,
            CommunityClock clock) {
        this.card = card;
        this.properties = properties;
        this.settings = settings;
        this.areas = areas;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends today's cards when it is time. Safe to run twice. @return how many were written */
    public int sendDue() {
        ZonedDateTime now = clock.now().atZone(CommunityClock.ZONE);
        LocalDate today = now.toLocalDate();
        ZonedDateTime due = today.atTime(settings.quietTo()).atZone(CommunityClock.ZONE);
        if (!properties.enabled() || today.equals(sent) || now.isBefore(due) || now.isAfter(due.plus(LATEST))) {
            return 0;
        }
        int cards = 0;
        for (Area grid : areas.grids()) {
            List<Staff> workers = staff.inRole(Role.GRID, grid.id());
            Optional<String> text = workers.isEmpty() ? Optional.empty() : card.text(grid, workers.get(0).actor(), nightBegan(due), due);
            for (Staff worker : text.isPresent() ? workers : List.<Staff>of()) {
                outbox.put(Draft.toStaff("morning:%s:%d:%s".formatted(today, grid.id(), worker.userid()), worker.userid(), text.get(), "card", clock.now()));
                cards++;
            }
        }
        sent = today;
        return cards;
    }

    /** The next end of the quiet hours. */
    public Optional<Instant> nextDue(Instant after) {
        ZonedDateTime from = after.atZone(CommunityClock.ZONE);
        ZonedDateTime due = from.with(settings.quietTo());
        return properties.enabled() ? Optional.of((due.isAfter(from) ? due : due.plusDays(1)).toInstant()) : Optional.empty();
    }

    private Instant nightBegan(ZonedDateTime morning) {
        LocalTime from = settings.quietFrom();
        return morning.minusDays(from.isAfter(morning.toLocalTime()) ? 1 : 0).with(from).toInstant();
    }
}

package linli.bot.workbench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well the reader reads, by week: what people found in a sample, what they corrected, what they made of the guesses. */
@Component
@Transactional
public class Quality {

    private static final int WEEKS = 8;
    private static final int SAMPLE = 20;

    private final QualityMapper mapper;
    private final CommunityClock clock;

    Quality(QualityMapper mapper, CommunityClock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * One week.
     *
     * @param monday its first day
     * @param tickets tickets the reader opened by itself
     * @param marked how many of them people looked at, {@code correct} of them rightly opened
     * @param guesses candidates, {@code accepted} of the {@code decided} ones became tickets or joined one
     */
    public record Week(
            LocalDate monday, int tickets, int marked, int correct, int falseAlarms, int missed, int categories, int places, int guesses, int decided, int accepted) {}

    /** A ticket of the sample; {@code words} are masked. {@code correct} is null until somebody looked. */
    public record Sampled(long ticketId, String no, String title, String words, Boolean correct, String markedBy) {}

    /** The last weeks, this one first. */
    public List<Week> weeks() {
        List<Week> weeks = new ArrayList<>();
        for (int ago = 0; ago < WEEKS; ago++) {
            LocalDate monday = monday(ago);
            weeks.add(mapper.week(monday, start(monday), start(monday.plusWeeks(1))));
        }
        return weeks;
    }

    /**
     * Twenty tickets of a week, by chance: the same twenty for everybody, whatever they are about. Restricted ones are left out.
     *
     * @param ago 0 for this week
     */
    public List<Sampled> sample(int ago) {
        LocalDate monday = monday(ago);
        return mapper.sample(start(monday), start(monday.plusWeeks(1)), SAMPLE);
    }

    /** Says whether a ticket was rightly opened and of the right kind. */
    public void mark(long ticketId, boolean correct, Actor by) {
        if (mapper.mark(ticketId, correct, by.ref(), clock.now()) == 0) {
            throw new NotFound("problem.ticket.missing");
        }
    }

    private LocalDate monday(int ago) {
        return clock.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(ago);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CommunityClock.ZONE).toInstant();
    }
}

package linli.bot.ticket;

import java.time.Duration;
import java.util.List;
import linli.bot.staff.DataScope;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What presses a person most, for 工作台: each ticket once, so many of each group and no more. */
@Component
@Transactional(readOnly = true)
public class Pressing {

    private static final Duration SOON = Duration.ofHours(2);

    private final TicketListMapper mapper;
    private final TicketLists lists;
    private final CommunityClock clock;

    Pressing(TicketListMapper mapper, TicketLists lists, CommunityClock clock) {
        this.mapper = mapper;
        this.lists = lists;
        this.clock = clock;
    }

    /** Open emergencies, newest first; they stand in none of the other groups. */
    public List<TicketRow> emergencies(DataScope scope, int most) {
        return lists.named(mapper.emergencies(scope, most));
    }

    /** Past what had to be kept, the longest first. */
    public List<TicketRow> overdue(DataScope scope, int most) {
        return lists.named(mapper.due(scope, null, clock.now(), most));
    }

    /** To be kept within two hours, the next first. */
    public List<TicketRow> soon(DataScope scope, int most) {
        return lists.named(mapper.due(scope, clock.now(), clock.now().plus(SOON), most));
    }

    /** What nobody took yet and is not due before that, newest first. */
    public List<TicketRow> untaken(DataScope scope, int most) {
        return lists.named(mapper.untaken(scope, clock.now().plus(SOON), most));
    }
}

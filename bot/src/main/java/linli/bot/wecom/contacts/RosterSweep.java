package linli.bot.wecom.contacts;

import java.time.Duration;
import java.time.Instant;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.WeComProperties;
import linli.bot.wecom.Worker;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;

/** Reads all groups anew at start and every few hours, for the events that were lost. Tries again soon while it fails. */
@Component
@ConditionalOnReceiving
class RosterSweep extends Worker {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final GroupRoster roster;
    private final Duration every;
    private final MachineClock machine;
    private Instant next = Instant.EPOCH;

    RosterSweep(GroupRoster roster, WeComProperties properties, MachineClock machine) {
        super("roster", LOOK);
        this.roster = roster;
        this.every = properties.resync();
        this.machine = machine;
    }

    @Override
    protected boolean work() throws WxErrorException {
        if (!machine.now().isBefore(next)) {
            roster.resync();
            next = machine.now().plus(every);
        }
        return false;
    }
}

package linli.bot.time;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps every node's {@link CommunityClock} at the setting that stands in PostgreSQL. */
@Component
public class ClockStore {

    private final ClockMapper mapper;
    private final CommunityClock community;
    private final MachineClock machine;

    ClockStore(ClockMapper mapper, CommunityClock community, MachineClock machine) {
        this.mapper = mapper;
        this.community = community;
        this.machine = machine;
        refresh();
    }

    /** Takes over what another node may have set. */
    public synchronized void refresh() {
        community.follow(mapper.find());
    }

    /**
     * Moves the community's time, for everybody.
     *
     * @param to the community's new now
     * @param hold whether it stands still there until it is moved again
     */
    public synchronized void move(Instant to, boolean hold) {
        ClockSetting setting = hold ? ClockSetting.held(to) : ClockSetting.running(to, machine.now());
        mapper.store(setting);
        community.follow(setting);
    }

    /** Whether the community's time stands still. */
    public boolean isHeld() {
        return mapper.find().heldAt() != null;
    }
}

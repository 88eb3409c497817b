package linli.bot.sandbox.server.protocol;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import linli.bot.sandbox.server.world.Sql;
import linli.bot.time.CommunityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many 群发 a group may still get: as many a month as the month has days (92135), by the community's calendar. */
@Component
public class Quota {

    private final JdbcClient jdbc;
    private final CommunityClock clock;
    private final Set<String> exhausted = ConcurrentHashMap.newKeySet();

    Quota(JdbcClient jdbc, CommunityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public int left(String groupId) {
        if (exhausted.contains(groupId)) {
            return 0;
        }
        LocalDate today = clock.today();
        ZonedDateTime from = today.withDayOfMonth(1).atStartOfDay(CommunityClock.ZONE);
        int received = jdbc.sql("""
                        select count(*) from sandbox.group_task_target
                         where group_id = ? and status = 1 and sent_at >= ? and sent_at < ?""")
                .params(groupId, Sql.at(from.toInstant()), Sql.at(from.plusMonths(1).toInstant()))
                .query(Integer.class)
                .single();
        return Math.max(0, today.lengthOfMonth() - received);
    }

    /** Plays groups that have had their month's share. */
    public void exhaust(List<String> groupIds) {
        exhausted.addAll(groupIds);
    }

    public void restore() {
        exhausted.clear();
    }
}

package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import linli.bot.staff.DataScope;
import org.apache.ibatis.annotations.Mapper;

/** SQL of the lists that people look at, each within their scope, and of the numbers beside them. */
@Mapper
interface TicketListMapper {

    List<TicketRow> page(TicketFilter filter, DataScope scope, Instant now, Instant endOfDay);

    List<TicketRow> searchNewest(TicketFilter filter, List<SearchTerm> terms, int newest, DataScope scope, Instant now, Instant endOfDay);

    /**
     * @param heard tickets of all terms
     * @param since only tickets with a greater id; 0 for all
     */
    List<TicketRow> searchAll(TicketFilter filter, List<SearchTerm> terms, Set<Long> heard, long since, DataScope scope, Instant now, Instant endOfDay);

    long lastId();

    List<Long> ofLines(List<Long> messageIds);

    TicketCounts counts(DataScope scope, Long me, int most, Instant now, Instant endOfDay);

    List<TicketRow> emergencies(DataScope scope, int most);

    List<TicketRow> due(DataScope scope, Instant from, Instant until, int most);

    List<TicketRow> untaken(DataScope scope, Instant dueAfter, int most);

    List<AreaLoad> loads(Instant now);
}

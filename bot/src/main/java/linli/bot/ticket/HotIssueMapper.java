package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import linli.bot.parsing.Category;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface HotIssueMapper {

    /** Waits until nobody else gathers. */
    int takeTurn();

    List<Scattered> scattered(Instant since);

    Long openParent(Category category, String thing, Instant since);

    List<Long> groupsOf(long parentId);

    int link(long id, long parentId);

    int countVoices();

    List<Long> crowded(int voices, Instant since);

    int claimCrowd(long id, Instant at);

    List<Long> childrenToResolve(Instant before);

    Instant nextToResolve(Instant after);

    List<Long> children(long parentId);
}

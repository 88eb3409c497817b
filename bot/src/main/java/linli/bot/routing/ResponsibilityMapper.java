package linli.bot.routing;

import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ResponsibilityMapper {

    Responsibility find(Category category, Long areaId, Long around, Long gridId);

    ResponseClock findClock(Urgency urgency);

    Responsibility findById(long id);

    Responsibility findAt(Category category, Long areaId);

    List<Responsibility> findAll();

    void put(Responsibility line);
}

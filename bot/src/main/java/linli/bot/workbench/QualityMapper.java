package linli.bot.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface QualityMapper {

    Quality.Week week(@Param("monday") LocalDate monday, @Param("from") Instant from, @Param("to") Instant to);

    List<Quality.Sampled> sample(@Param("from") Instant from, @Param("to") Instant to, @Param("most") int most);

    int mark(@Param("ticketId") long ticketId, @Param("correct") boolean correct, @Param("by") String by, @Param("at") Instant at);
}

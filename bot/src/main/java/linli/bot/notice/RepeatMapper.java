package linli.bot.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RepeatMapper {

    Long insert(long noticeId, int weekday, LocalTime at, LocalDate nextDay, String author, Instant now);

    Repeat find(long id);

    List<Repeat> findAll();

    int advance(long id, LocalDate from, LocalDate to);

    int stop(long id, Instant now);
}

package linli.bot.worktime;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface WorkCalendarMapper {

    List<WorkSpan> findSpans();

    List<CalendarDay> findDays(LocalDate from, LocalDate to);

    boolean isKnown(LocalDate from, LocalDate to);

    void putDay(LocalDate day, boolean works, String reason);

    int deleteDay(LocalDate day);

    void insertDay(CalendarDay day);
}

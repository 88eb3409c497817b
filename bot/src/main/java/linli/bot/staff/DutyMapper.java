package linli.bot.staff;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DutyMapper {

    List<StaffRow> findOnDuty(int step, Long gridId, int weekday);

    List<DutyLine> findAll();

    void deleteAll();

    void insert(DutyLine line);
}

package linli.bot.time;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ClockMapper {

    ClockSetting find();

    void store(ClockSetting setting);
}

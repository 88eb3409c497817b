package linli.bot.settings;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SettingMapper {

    List<SettingRow> findAll();

    void store(String key, String value);

    void delete(String key);
}

package linli.bot.community;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AreaMapper {

    List<Area> findAll();

    Area findByCode(String code);

    List<Number> findNumbers(AreaKind kind);

    /** What people may say for an area. */
    record Number(String said, long areaId) {}

    List<Area> findByKind(AreaKind kind);

    List<Area> findChildren(long parentId, AreaKind kind);

    int count();

    long put(String code, AreaKind kind, String name, String number, Long parentId, int households);
}

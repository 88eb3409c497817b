package linli.bot.community;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AreaMapper {

    Area find(long id);

    Area findByCode(String code);

    Area findByNumber(AreaKind kind, String number);

    List<Area> findByKind(AreaKind kind);

    List<Area> findChildren(long parentId, AreaKind kind);

    int count();

    long put(String code, AreaKind kind, String name, String number, Long parentId, int households);
}

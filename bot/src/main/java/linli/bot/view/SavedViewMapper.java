package linli.bot.view;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** SQL of the saved views. */
@Mapper
interface SavedViewMapper {

    List<SavedView> findOf(long staffId);

    void put(long staffId, String name, String address);

    int delete(long id, long staffId);
}

package linli.bot.faq;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface FaqMapper {

    List<FaqRow> findAll();

    void put(String title, String[] keywords, String answer, boolean approved);
}

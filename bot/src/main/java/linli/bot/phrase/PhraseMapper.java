package linli.bot.phrase;

import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.ticket.TicketAction;
import org.apache.ibatis.annotations.Mapper;

/** SQL of the phrases. */
@Mapper
interface PhraseMapper {

    List<Phrase> findFor(TicketAction action, Category category);

    List<Phrase> findAll();

    int insert(TicketAction action, Category category, String words);

    int delete(long id);
}

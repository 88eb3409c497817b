package linli.bot.ticket;

import java.util.List;

/** Words that belong to tickets and lie elsewhere than in a group's talk; the search looks there too. */
public interface WordsBehind {

    /**
     * Tickets whose words hold these, newest first.
     *
     * @param words lower case, at least two characters
     */
    List<Long> ticketsWith(String words, int most);
}

package linli.bot.ticket;

import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;

/**
 * What becomes a ticket of its own.
 *
 * @param version the version of the old ticket the person saw
 * @param matter what the new one is called
 * @param place null keeps the old one's place
 * @param messageIds the lines that tell of it
 * @param tell whether the group hears that it was registered
 */
public record Split(Integer version, String matter, Category category, Urgency urgency, Place place, List<Long> messageIds, boolean tell) {

    public Split {
        messageIds = List.copyOf(messageIds);
    }
}

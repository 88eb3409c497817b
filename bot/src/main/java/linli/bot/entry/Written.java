package linli.bot.entry;

import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.ticket.Source;

/**
 * A filled-in form. What is null is left to the reader.
 *
 * @param key the form's own; the same key again is the same ticket
 * @param words what was said or seen
 * @param matter how the ticket is called; holds nothing personal
 * @param restricted whether the words are for owner, desk and leader only; null leaves it to the reader
 * @param place null leaves it to the reader
 * @param nowhere whether a ticket without a place will do
 * @param phone how the resident is called back; may be null
 * @param photos as uploaded
 */
public record Written(
        String key,
        Source source,
        String words,
        String matter,
        Category category,
        Urgency urgency,
        Boolean restricted,
        Place place,
        boolean nowhere,
        String phone,
        List<byte[]> photos) {

    public Written {
        photos = List.copyOf(photos);
    }
}

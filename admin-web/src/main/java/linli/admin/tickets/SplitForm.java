package linli.admin.tickets;

import java.util.Arrays;
import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.ticket.Split;

/** What the form of a split holds. */
public record SplitForm(
        Integer version, String matter, Category category, Urgency urgency, String building, String units, String spot, List<Long> line, Boolean tell) {

    Split split() {
        Place place = new Place(listOf(building), listOf(units), null, null, spot == null || spot.isBlank() ? null : spot.strip());
        return new Split(
                version, matter == null ? null : matter.strip(), category, urgency, place, line == null ? List.of() : line.stream().distinct().toList(),
                Boolean.TRUE.equals(tell));
    }

    private static List<String> listOf(String numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers.split("[\\s,，、]+")).filter(n -> !n.isBlank()).toList();
    }
}

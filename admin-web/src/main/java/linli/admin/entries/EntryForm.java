package linli.admin.entries;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import linli.bot.entry.Guess;
import linli.bot.entry.Written;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Invalid;
import linli.bot.ticket.Source;
import org.springframework.web.multipart.MultipartFile;

/**
 * What stands in the form. A field that still holds what the reader put there last ({@code was}) is the reader's and follows
 * the words; one that was changed is the person's and stays.
 *
 * @param was what the reader put there: building, units, spot, matter, category, urgency, restricted, one per line
 */
public record EntryForm(
        String key,
        Source source,
        String words,
        String building,
        String units,
        String spot,
        String matter,
        Category category,
        Urgency urgency,
        Boolean restricted,
        Boolean nowhere,
        String phone,
        String was) {

    private static final int FIELDS = 7;

    static EntryForm empty(String key, Source source) {
        return new EntryForm(key, source, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The form with what the reader makes of the words, where nobody has changed it. */
    EntryForm filled(Guess guess) {
        List<String> before = before();
        List<String> now = List.of(
                String.join(", ", guess.trouble().place().buildings()),
                String.join(", ", guess.trouble().place().units()),
                text(guess.trouble().place().spot()),
                guess.trouble().matter(),
                guess.trouble().category().name(),
                guess.trouble().urgency().name(),
                String.valueOf(guess.trouble().restricted()));
        return new EntryForm(
                key, source, words,
                follow(building, before.get(0), now.get(0)),
                follow(units, before.get(1), now.get(1)),
                follow(spot, before.get(2), now.get(2)),
                follow(matter, before.get(3), now.get(3)),
                Category.valueOf(follow(name(category), before.get(4), now.get(4))),
                Urgency.valueOf(follow(name(urgency), before.get(5), now.get(5))),
                Boolean.valueOf(follow(String.valueOf(Boolean.TRUE.equals(restricted)), before.get(6).isEmpty() ? "false" : before.get(6), now.get(6))),
                nowhere, phone, String.join("\n", now));
    }

    private List<String> before() {
        List<String> lines = new ArrayList<>(was == null ? List.of() : Arrays.asList(was.split("\\R", -1)));
        while (lines.size() < FIELDS) {
            lines.add("");
        }
        return lines;
    }

    private static String follow(String value, String before, String now) {
        return text(value).isBlank() || Objects.equals(text(value).strip(), before) ? now : value;
    }

    private static String name(Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    Written written(List<MultipartFile> photos) {
        List<String> buildings = listOf(building);
        Place place = new Place(buildings, listOf(units), null, null, blankToNull(spot));
        // Only where the reader has filled the fields does an empty place, or a box that is not ticked, mean no.
        boolean shown = was != null && !was.isBlank();
        Boolean hidden = Boolean.TRUE.equals(restricted) ? Boolean.TRUE : shown ? Boolean.FALSE : null;
        boolean unknown = Boolean.TRUE.equals(nowhere) && shown;
        return new Written(
                key, source, blankToNull(words), blankToNull(matter), category, urgency, hidden, place.isNowhere() && !unknown ? null : place,
                Boolean.TRUE.equals(nowhere), blankToNull(phone), photos == null ? List.of() : photos.stream().filter(p -> !p.isEmpty()).map(EntryForm::bytes).toList());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new Invalid("problem.entry.photo");
        }
    }

    private static List<String> listOf(String numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers.split("[\\s,，、\\u680b\\u5e62\\u5355\\u5143]+")).filter(n -> !n.isBlank()).distinct().toList();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

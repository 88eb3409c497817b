package linli.bot.worktime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The State Council's holidays as they come along with the program, a file a year; the next year's is published each November. */
final class PublishedDays {

    private PublishedDays() {}

    /** Empty when the year has no file. */
    static List<CalendarDay> of(int year) {
        var file = PublishedDays.class.getResourceAsStream("days-" + year + ".csv");
        if (file == null) {
            return List.of();
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).flatMap(PublishedDays::days).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CalendarDay> days(String line) {
        String[] cells = line.split(",");
        boolean works = cells[2].equals("WORK");
        return LocalDate.parse(cells[0])
                .datesUntil(LocalDate.parse(cells[1]).plusDays(1))
                .map(day -> new CalendarDay(day, works, cells[3]));
    }
}

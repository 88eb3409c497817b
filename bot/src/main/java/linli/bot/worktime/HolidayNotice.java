package linli.bot.worktime;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.bot.problem.Invalid;
import linli.bot.text.Texts;

/**
 * Reads the State Council's yearly notice as it is published: items of a name and sentences in which dates are followed by 放假 or
 * 上班. Its own count of days (共3天) is compared with what was read, so that a misreading is refused and not entered.
 */
final class HolidayNotice {

    private static final int LONGEST = 5000;
    private static final int LONGEST_BREAK = 20;

    private static final Pattern YEAR = Pattern.compile(Texts.of("calendar.notice.year"));
    private static final Pattern ITEM = Pattern.compile(Texts.of("calendar.notice.item"));
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");

    /** Groups 1 to 3 the day, 4 to 6 the last day of a range, 7 放假, 8 上班, 9 the count. */
    private static final Pattern WORD = Pattern.compile(Texts.of("calendar.notice.word"));

    private HolidayNotice() {}

    /**
     * @return the days that differ from their weekday, in order
     * @throws Invalid when the text says no year, no days, or its count does not fit
     */
    static List<CalendarDay> read(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("problem.calendar.notice");
        }
        String plain = ASIDE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        Matcher year = YEAR.matcher(plain);
        if (!year.find()) {
            throw new Invalid("problem.calendar.noticeYear");
        }
        TreeMap<LocalDate, CalendarDay> days = new TreeMap<>();
        Matcher item = ITEM.matcher(plain);
        while (item.find()) {
            read(item.group(1).strip(), item.group(2), Integer.parseInt(year.group(1)), days);
        }
        if (days.isEmpty()) {
            throw new Invalid("problem.calendar.notice");
        }
        return List.copyOf(days.values());
    }

    private static void read(String name, String sentences, int year, TreeMap<LocalDate, CalendarDay> days) {
        List<LocalDate> said = new ArrayList<>();
        int off = 0;
        Integer month = null;
        Matcher word = WORD.matcher(sentences);
        while (word.find()) {
            if (word.group(3) != null) {
                month = word.group(2) == null ? month : Integer.valueOf(word.group(2));
                LocalDate first = day(number(word.group(1), year), month, word.group(3), name);
                Integer lastMonth = word.group(5) == null ? month : Integer.valueOf(word.group(5));
                LocalDate last = word.group(6) == null ? first : day(number(word.group(4), first.getYear()), lastMonth, word.group(6), name);
                if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_BREAK))) {
                    throw new Invalid("problem.calendar.noticeItem", name);
                }
                month = lastMonth;
                first.datesUntil(last.plusDays(1)).forEach(said::add);
            } else if (word.group(9) != null) {
                if (Integer.parseInt(word.group(9)) != off) {
                    throw new Invalid("problem.calendar.noticeCount", name, word.group(9), String.valueOf(off));
                }
            } else {
                boolean works = word.group(8) != null;
                String reason = works ? Texts.of("calendar.notice.shifted", name) : name;
                said.forEach(day -> days.put(day, new CalendarDay(day, works, reason)));
                off += works ? 0 : said.size();
                said.clear();
            }
        }
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static LocalDate day(int year, Integer month, String day, String name) {
        try {
            return LocalDate.of(year, month == null ? 0 : month, Integer.parseInt(day));
        } catch (DateTimeException wrong) {
            throw new Invalid("problem.calendar.noticeItem", name);
        }
    }
}

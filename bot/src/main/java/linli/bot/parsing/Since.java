package linli.bot.parsing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Since when something has been so, as the words tell it.
 *
 * @param words the words that say it: 昨晚十点起, 等了十分钟
 * @param ago how long it has lasted; null when the words name a day instead
 * @param daysBack the day named, counted back from the day it was said: 0 today, 1 yesterday
 * @param from the time of that day, the part of the day's usual beginning when no hour is named
 */
public record Since(String words, Duration ago, int daysBack, LocalTime from) {

    /** Nobody says since when so late in a message, and the bound keeps the search short. */
    private static final int REACH = 300;
    private static final String COUNT = "大半|好几|几|半|一|二|两|三|四|五|六|七|八|九|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?|\\d{1,3}";
    private static final Pattern LASTED = Pattern.compile(
            "(" + COUNT + ")?(个)?(多)?(分钟|小时|钟头|钟|天|周|星期|礼拜|月|年)(多)?(?=了|没|不|都|还|一直|莫|来|$| |,)");
    private static final Pattern DAY = Pattern.compile(
            "(大前天|前天|昨天|昨晚|昨夜|今天|今早|今晚|前晚|早上|上午|中午|下午|晚上|凌晨|半夜|清早|一大早)(早上|上午|中午|下午|晚上|夜里|半夜|凌晨)?(("
                    + COUNT + ")点(半)?(多)?)?(起|开始|就|到现在|到这|以来)");
    private static final Map<String, Integer> BACK = Map.of("大前天", 3, "前天", 2, "前晚", 2, "昨天", 1, "昨晚", 1, "昨夜", 1);
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("早上", 7), Map.entry("今早", 7), Map.entry("清早", 6), Map.entry("一大早", 6), Map.entry("上午", 9), Map.entry("中午", 12),
            Map.entry("下午", 14), Map.entry("晚上", 19), Map.entry("今晚", 19), Map.entry("昨晚", 19), Map.entry("前晚", 19), Map.entry("昨夜", 22),
            Map.entry("夜里", 22), Map.entry("半夜", 1), Map.entry("凌晨", 3));

    /** Since when the line says it has been so, or null when it does not say. */
    static Since in(String text) {
        String head = text.length() > REACH ? text.substring(0, REACH) : text;
        Matcher day = DAY.matcher(head);
        if (day.find()) {
            return named(day);
        }
        Matcher lasted = LASTED.matcher(head);
        while (lasted.find()) {
            Duration ago = length(lasted);
            if (ago != null) {
                return new Since(lasted.group(), ago, 0, null);
            }
        }
        return null;
    }

    /** The moment itself. */
    public Instant at(Instant said, ZoneId zone) {
        if (ago != null) {
            return said.minus(ago);
        }
        ZonedDateTime day = said.atZone(zone).minusDays(daysBack).with(from);
        return (day.toInstant().isAfter(said) ? day.minusDays(1) : day).toInstant();
    }

    private static Since named(Matcher day) {
        String first = day.group(1);
        String part = day.group(2) == null ? first : day.group(2);
        int usual = HOURS.getOrDefault(part, 0);
        Integer hour = day.group(4) == null ? null : (int) count(day.group(4));
        boolean halfPast = day.group(5) != null;
        int at = hour == null || hour > 23 ? usual : hour < 12 && usual >= 12 ? hour + 12 : hour;
        return new Since(day.group(), null, BACK.getOrDefault(first, 0), LocalTime.of(at % 24, halfPast ? 30 : 0));
    }

    private static Duration length(Matcher lasted) {
        String said = lasted.group(1);
        boolean unit = lasted.group(2) != null || lasted.group(3) != null;
        if (said == null && !unit) {
            return null;
        }
        // 三点钟 is a time; 3年 of age and 一天 by itself say nothing of how long either, but seldom stand before 了.
        String of = lasted.group(4);
        if (of.equals("钟") || of.equals("月") && lasted.group(2) == null && lasted.group(3) == null) {
            return null;
        }
        double count = said == null ? 1 : count(said);
        long minutes = switch (of) {
            case "分钟" -> 1;
            case "小时", "钟头" -> 60;
            case "天" -> 1_440;
            case "周", "星期", "礼拜" -> 10_080;
            case "月" -> 43_200;
            default -> 525_600;
        };
        return Duration.ofMinutes(Math.round(count * minutes));
    }

    /** A few are three, half a day is half of one. */
    private static double count(String said) {
        switch (said) {
            case "大半":
                return 0.7;
            case "半":
                return 0.5;
            case "几":
                return 3;
            case "好几":
                return 4;
            default:
        }
        if (said.charAt(0) <= '9') {
            return Integer.parseInt(said);
        }
        String digits = Numerals.digits(said.replace('两', '二'));
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}

package linli.bot.parsing;

import java.util.Map;

/** Reads what is said to the assistant. Only two verbs with a ticket's number count without calling it. */
final class Commands {

    private static final int LONGEST_NUMBER = 12;

    private Commands() {
    }

    static Command read(Line line, Findings findings, boolean addressed) {
        Map<Command.Verb, Hit> orders = findings.orders();
        String number = ticketNumber(line.text());
        if (number != null) {
            for (Command.Verb verb : new Command.Verb[] {Command.Verb.NOT_SOLVED, Command.Verb.SATISFIED}) {
                if (orders.containsKey(verb) && !outranked(verb, orders)) {
                    return new Command(verb, number);
                }
            }
        }
        if (!addressed) {
            return null;
        }
        for (Command.Verb verb : Command.Verb.values()) {
            if (orders.containsKey(verb) && !outranked(verb, orders)) {
                return new Command(verb, number);
            }
        }
        return number != null && line.bare().length() <= LONGEST_NUMBER ? new Command(Command.Verb.PROGRESS, number) : null;
    }

    /** 不满意 holds 满意, 没解决到哪一步 asks rather than complains. */
    private static boolean outranked(Command.Verb verb, Map<Command.Verb, Hit> orders) {
        Hit own = orders.get(verb);
        return orders.values().stream().anyMatch(own::lies);
    }

    /** The last stretch of three or four digits, with the day before it if written: 031, 260714-031. */
    private static String ticketNumber(String text) {
        int end = text.length();
        for (int tries = 0; tries < 20 && end > 0; tries++) {
            while (end > 0 && !isDigit(text.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > 0 && isDigit(text.charAt(start - 1)) && end - start < 12) {
                start--;
            }
            int length = end - start;
            if ((length == 3 || length == 4) && !isMeasure(text, end)) {
                return withDay(text, start, end);
            }
            end = start;
        }
        return null;
    }

    private static String withDay(String text, int start, int end) {
        int day = start - 7;
        boolean dated = start >= 7 && text.charAt(start - 1) == '-' && (day == 0 || !isDigit(text.charAt(day - 1)));
        for (int i = Math.max(day, 0); dated && i < start - 1; i++) {
            dated = isDigit(text.charAt(i));
        }
        return text.substring(dated ? day : start, end);
    }

    private static boolean isMeasure(String text, int end) {
        return end < text.length() && "元块年室房户".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

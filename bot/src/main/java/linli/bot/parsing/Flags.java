package linli.bot.parsing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What staff should know beside a line's meaning. */
final class Flags {

    private static final int MANY_PHONES = 3;
    private static final String ENTRIES = "、,\n;栋幢座";

    private Flags() {
    }

    static Set<Understanding.Flag> of(String said, Line line, Findings findings) {
        Set<Understanding.Flag> flags = EnumSet.noneOf(Understanding.Flag.class);
        take(flags, Understanding.Flag.FRAUD, findings.has(Sign.FRAUD));
        take(flags, Understanding.Flag.EMOTION, findings.has(Sign.EMOTION));
        take(flags, Understanding.Flag.GATHERING, findings.has(Sign.GATHERING));
        take(flags, Understanding.Flag.PROXY, findings.has(Sign.PROXY));
        take(flags, Understanding.Flag.NAMED_LIST, findings.has(Sign.NAMED_LIST) && listsSeveral(line.text()));
        take(flags, Understanding.Flag.PHONES, hasDigits(line.text()) && showsNumbers(said));
        return flags;
    }

    private static void take(Set<Understanding.Flag> flags, Understanding.Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static boolean showsNumbers(String said) {
        List<PersonalData.Item> items = PersonalData.find(said);
        boolean identity = items.stream().anyMatch(item -> item.type() == PersonalData.Type.ID_CARD);
        return identity || items.stream().filter(item -> item.type() == PersonalData.Type.PHONE).count() >= MANY_PHONES;
    }

    /** A list has several entries: two or more separators, lines or buildings. */
    private static boolean listsSeveral(String text) {
        return text.chars().filter(c -> ENTRIES.indexOf(c) >= 0).limit(2).count() >= 2;
    }

    private static boolean hasDigits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').limit(11).count() >= 11;
    }
}

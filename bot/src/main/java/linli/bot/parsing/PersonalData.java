package linli.bot.parsing;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds phone numbers, identity numbers, bank cards and number plates in a text, also with spaces, dashes or full-width
 * digits between. Offsets are UTF-16 units of the text as given.
 */
public final class PersonalData {

    private static final String REGIONS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    /** Bounds the library's tries; nobody writes more numbers in one line. */
    private static final int MOST_PHONES = 2000;

    private PersonalData() {
    }

    public enum Type { PHONE, ID_CARD, PLATE, BANK_CARD }

    /** One stretch of the text. */
    public record Item(int start, int end, Type type) {
    }

    /** In order of their start, never overlapping. */
    public static List<Item> find(String text) {
        String folded = fold(text);
        List<Item> items = new ArrayList<>();
        BitSet taken = new BitSet(folded.length());
        findNumbers(folded, items, taken);
        findPlates(folded, items, taken);
        findPhones(folded, items, taken);
        items.sort(Comparator.comparingInt(Item::start));
        return List.copyOf(items);
    }

    // 18 digits with a right check sign are an identity number, 16 to 19 with a right Luhn sum a card, 11 a mobile number.
    private static void findNumbers(String text, List<Item> items, BitSet taken) {
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            StringBuilder digits = new StringBuilder(20);
            int end = i;
            int last = i;
            while (end < text.length() && digits.length() <= 20) {
                char c = text.charAt(end);
                if (isDigit(c) || c == 'X' && digits.length() == 17) {
                    digits.append(c);
                    last = end + 1;
                } else if (!isSeparator(c) || end - last >= 1) {
                    break;
                }
                end++;
            }
            Type type = typeOf(digits);
            if (type != null) {
                add(items, taken, new Item(i, last, type));
            }
            // A longer run is no number of any kind; its inside must not be searched again.
            i = type != null || digits.length() > 20 ? endOfDigits(text, last) : endOfDigits(text, i);
        }
    }

    private static Type typeOf(CharSequence digits) {
        int n = digits.length();
        if (n == 18 && isIdentity(digits)) {
            return Type.ID_CARD;
        }
        if (n >= 16 && n <= 19 && isLuhn(digits) && digits.charAt(0) != '0') {
            return Type.BANK_CARD;
        }
        return n == 11 && digits.charAt(0) == '1' && digits.charAt(1) >= '3' ? Type.PHONE : null;
    }

    private static boolean isIdentity(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == digits.charAt(17);
    }

    private static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            if (d < 0 || d > 9) {
                return false;
            }
            sum += i % 2 == 0 ? d : d > 4 ? 2 * d - 9 : 2 * d;
        }
        return sum % 10 == 0;
    }

    // 渝A12345, 渝A·D12345: five signs, six for electric cars, at least one digit.
    private static void findPlates(String text, List<Item> items, BitSet taken) {
        for (int i = 0; i + 6 < text.length(); i++) {
            if (REGIONS.indexOf(text.charAt(i)) < 0 || !isLetter(text.charAt(i + 1))) {
                continue;
            }
            int at = i + 2;
            if ("·.- ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int signs = 0;
            boolean digit = false;
            while (at + signs < text.length() && signs < 7 && (isDigit(text.charAt(at + signs)) || isLetter(text.charAt(at + signs)))) {
                digit |= isDigit(text.charAt(at + signs));
                signs++;
            }
            if ((signs == 5 || signs == 6) && digit) {
                addIfFree(items, taken, new Item(i, at + signs, Type.PLATE));
            }
        }
    }

    private static void findPhones(String text, List<Item> items, BitSet taken) {
        if (digitsIn(text) < 7) {
            return;
        }
        for (PhoneNumberMatch match : PhoneNumberUtil.getInstance()
                .findNumbers(text, "CN", PhoneNumberUtil.Leniency.VALID, MOST_PHONES)) {
            addIfFree(items, taken, new Item(match.start(), match.end(), Type.PHONE));
        }
    }

    private static void addIfFree(List<Item> items, BitSet taken, Item item) {
        if (taken.get(item.start(), item.end()).isEmpty()) {
            add(items, taken, item);
        }
    }

    private static void add(List<Item> items, BitSet taken, Item item) {
        items.add(item);
        taken.set(item.start(), item.end());
    }

    private static int digitsIn(String text) {
        return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static String fold(String text) {
        char[] c = text.toCharArray();
        for (int i = 0; i < c.length; i++) {
            if (c[i] >= '！' && c[i] <= '～') {
                c[i] -= 0xFEE0;
            } else if (c[i] == '　' || c[i] == '\u00A0' || c[i] == '\u2005') {
                c[i] = ' ';
            }
            if (c[i] >= 'a' && c[i] <= 'z') {
                c[i] -= 32;
            }
        }
        return new String(c);
    }

    private static int endOfDigits(String text, int i) {
        int end = i;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, i + 1);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}

package linli.bot.thread;

import java.util.HashSet;
import java.util.Set;

/** Pairs of neighbouring Chinese characters, for telling whether two lines speak of the same things. */
final class Grams {

    /** Signs that stand in every sort of line and say nothing of what it is about. */
    private static final String COMMON = "的了我你他她它们是不在有没这那个就都也还又啊哦嘛哈吧呢吗呀么什怎很太一上下来去到里头着过给把被让要会能可以说人家";

    private Grams() {
    }

    static Set<Integer> of(String text, int most) {
        Set<Integer> grams = new HashSet<>();
        for (int i = 0; i + 1 < text.length() && grams.size() < most; i++) {
            char a = text.charAt(i);
            char b = text.charAt(i + 1);
            if (says(a) && says(b)) {
                grams.add(a << 16 | b);
            }
        }
        return grams;
    }

    static int shared(Set<Integer> a, Set<Integer> b) {
        int shared = 0;
        for (Integer gram : a.size() < b.size() ? a : b) {
            if ((a.size() < b.size() ? b : a).contains(gram)) {
                shared++;
            }
        }
        return shared;
    }

    private static boolean says(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' && COMMON.indexOf(c) < 0;
    }
}

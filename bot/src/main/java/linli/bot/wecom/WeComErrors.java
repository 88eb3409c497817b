package linli.bot.wecom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import linli.bot.text.Texts;
import me.chanjar.weixin.common.error.WxErrorException;

/**
 * WeCom's error codes (全局错误码, developer.work.weixin.qq.com/document/path/90313) and what each asks of us. A code not
 * listed asks a person: guessing that it will pass is how a system knocks ten thousand times.
 */
public final class WeComErrors {

    /** The platform is busy; whether a write took place is not known. */
    public static final int BUSY = -1;
    /** Called too often; the API is closed until the window turns. */
    public static final int OVER_LIMIT = 45009;
    /** 群已解散, and the two ways to say that there is no such group. */
    private static final Set<Integer> GROUP_GONE = Set.of(49008, 40050, 86001);
    /** The member left, was never there, or is not active. */
    private static final Set<Integer> MEMBER_GONE = Set.of(40003, 41054, 60111);
    private static final Set<Integer> STALE_TOKEN = Set.of(40001, 40014, 42001);

    private static final Map<Integer, Advice> TABLE = new HashMap<>();

    static {
        list(Advice.RETRY, BUSY, 40014, 41001, 42001);
        list(Advice.WAIT, OVER_LIMIT, 45011, 45033);
        list(Advice.STOP, 40001, 40003, 40004, 40006, 40007, 40008, 40009, 40013, 40050, 40056, 40058, 40063, 40096, 41009, 41048, 41054, 44004, 45002, 48002,
                49008, 60011, 60020, 60111, 81013, 84061, 84074, 86001, 301002);
    }

    private WeComErrors() {}

    public static Advice advice(int code) {
        return TABLE.getOrDefault(code, Advice.STOP);
    }

    /** What the code means, in Chinese, for the people who run the system. */
    public static String meaning(int code) {
        return TABLE.containsKey(code) ? Texts.of("wecom.error." + code) : Texts.of("wecom.error.unknown", Integer.toString(code));
    }

    /** Whether the access token has to be fetched anew. */
    public static boolean isStaleToken(int code) {
        return STALE_TOKEN.contains(code);
    }

    public static boolean isGroupGone(int code) {
        return GROUP_GONE.contains(code);
    }

    public static boolean isMemberGone(int code) {
        return MEMBER_GONE.contains(code);
    }

    public static int code(WxErrorException e) {
        return e.getError().getErrorCode();
    }

    static Set<Integer> known() {
        return TABLE.keySet();
    }

    private static void list(Advice advice, int... codes) {
        for (int code : codes) {
            TABLE.put(code, advice);
        }
    }
}

package linli.bot.sandbox.server.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** A WeCom answer in the making: {@code errcode}, {@code errmsg}, then what it is about. */
public final class Answer {

    private Answer() {}

    /** @param more names and values in turn; null values are left out */
    public static Map<String, Object> ok(Object... more) {
        return of(0, "ok", more);
    }

    public static Map<String, Object> of(int code, String message, Object... more) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", code);
        answer.put("errmsg", message);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] != null) {
                answer.put((String) more[i], more[i + 1]);
            }
        }
        return answer;
    }
}

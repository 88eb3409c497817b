package linli.bot.wecom;

import java.sql.SQLException;
import me.chanjar.weixin.common.error.WxErrorException;

/** Says what failed without repeating anybody's words: kinds and codes only, for logs and for the tables people look at. */
public final class Faults {

    private static final int DEEPEST = 4;

    private Faults() {}

    public static String describe(Throwable fault) {
        StringBuilder words = new StringBuilder();
        Throwable at = fault;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            if (depth > 0) {
                words.append(" < ");
            }
            words.append(at.getClass().getSimpleName());
            if (at instanceof WxErrorException wx) {
                words.append(' ').append(WeComErrors.code(wx));
            } else if (at instanceof SQLException sql) {
                words.append(' ').append(sql.getSQLState());
            } else if (at instanceof NoAnswer none) {
                words.append(' ').append(none.getMessage());
            }
        }
        return words.toString();
    }
}

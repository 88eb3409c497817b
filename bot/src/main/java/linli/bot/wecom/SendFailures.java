package linli.bot.wecom;

import java.time.Duration;
import java.util.Set;
import linli.bot.outbox.SendFailed;
import linli.bot.outbox.SendFailed.Kind;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong with a write into what the outbox may do next. */
public final class SendFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);
    /** A tripped minute closes the API for 60 seconds (developer.work.weixin.qq.com/document/path/90454). */
    private static final Duration MINUTE_BLOCK = Duration.ofSeconds(60);
    private static final Duration LITTLE = Duration.ofSeconds(5);
    private static final int TOO_MANY_AT_ONCE = 45033;
    private static final Set<Integer> CONTENT = Set.of(40004, 40006, 40009, 40063, 44004, 45002);

    private SendFailures() {}

    public static SendFailed of(WxErrorException e) {
        int code = WeComErrors.code(e);
        LOG.warn("WeCom refused a send: {} {}", code, WeComErrors.meaning(code));
        if (code == WeComErrors.BUSY) {
            // It may have happened all the same: looked up, never repeated blindly.
            return failed(Kind.LOST, "busy", LITTLE);
        }
        return switch (WeComErrors.advice(code)) {
            case RETRY -> failed(Kind.TEMPORARY, "vendor_error", LITTLE);
            case WAIT -> failed(Kind.THROTTLED, "throttled", code == TOO_MANY_AT_ONCE ? LITTLE : MINUTE_BLOCK);
            case STOP -> failed(Kind.PERMANENT, reason(code), Duration.ZERO);
        };
    }

    public static SendFailed of(NoAnswer e) {
        return failed(e.left() ? Kind.LOST : Kind.TEMPORARY, "network", LITTLE);
    }

    private static String reason(int code) {
        if (WeComErrors.isMemberGone(code)) {
            return "owner_left";
        }
        if (WeComErrors.isGroupGone(code)) {
            return "group_gone";
        }
        return CONTENT.contains(code) ? "content_refused" : "vendor_error";
    }

    private static SendFailed failed(Kind kind, String reason, Duration retryAfter) {
        return new SendFailed(kind, reason, retryAfter);
    }
}

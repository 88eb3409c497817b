package linli.bot.outbox;

import java.time.Duration;

/** A hand-over that did not succeed. */
public class SendFailed extends Exception {

    /**
     * TEMPORARY: try again, the attempt counts. THROTTLED: wait {@link #retryAfter()}, the attempt does not count.
     * PERMANENT: stop and show staff why. LOST: the request left and no answer came; it may have had its effect.
     */
    public enum Kind { TEMPORARY, THROTTLED, PERMANENT, LOST }

    private final Kind kind;
    private final Duration retryAfter;

    /** @param reason a word for staff: quota, vendor_error, network… never resident text */
    public SendFailed(Kind kind, String reason, Duration retryAfter) {
        super(reason);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** A word for staff: quota, vendor_error, network… */
    public String reason() {
        return getMessage();
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

package linli.bot.wecom;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.conn.ConnectTimeoutException;

/** WeCom gave no answer, or none that can be read. Its message never repeats an address, which would hold the token. */
public final class NoAnswer extends WxRuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean left;

    private NoAnswer(Throwable cause, boolean left) {
        super(cause.getClass().getSimpleName());
        setStackTrace(cause.getStackTrace());
        this.left = left;
    }

    /** Whether the request may have reached WeCom, so that it may have had its effect. */
    public boolean left() {
        return left;
    }

    static NoAnswer to(IOException cause) {
        boolean never = cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException;
        return new NoAnswer(cause, !never);
    }

    /** An answer came, but not one of WeCom's. */
    public static NoAnswer unreadable(RuntimeException cause) {
        return new NoAnswer(cause, true);
    }

    /** It failed while we were still fetching a token. */
    static NoAnswer beforeAsking(Throwable cause) {
        return new NoAnswer(cause, false);
    }
}

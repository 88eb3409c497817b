package linli.bot.sandbox.server;

import jakarta.servlet.http.HttpServletRequest;

/** Cuts the connection of the request at hand: the caller sees no answer at all. */
@FunctionalInterface
public interface HangUp {

    void now();

    static HangUp on(HttpServletRequest request) {
        return (HangUp) request.getAttribute(HangUp.class.getName());
    }
}

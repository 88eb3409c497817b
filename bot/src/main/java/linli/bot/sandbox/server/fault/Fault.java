package linli.bot.sandbox.server.fault;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One way to misbehave; null where it does not apply.
 *
 * @param path calls whose path contains this; null for all
 * @param times how many calls it takes; null until it is cleared
 * @param slowMillis waits so long before it goes on
 * @param errcode answers with this code, and does nothing
 * @param rateLimit calls a minute it lets through; the others get 45009
 * @param loseAnswer does what was asked, then hangs up
 * @param down hangs up at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String path, Integer times, Integer slowMillis, Integer errcode, Integer rateLimit, Boolean loseAnswer, Boolean down) {

    boolean touches(String called) {
        return path == null || called.contains(path);
    }
}

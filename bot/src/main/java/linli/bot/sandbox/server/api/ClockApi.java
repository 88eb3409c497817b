package linli.bot.sandbox.server.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The community's clock. */
@RestController
class ClockApi {

    private static final Duration FARTHEST = Duration.ofDays(3660);

    private final TimeMoves time;
    private final Body body;

    ClockApi(TimeMoves time, Body body) {
        this.time = time;
        this.body = body;
    }

    @GetMapping("/sandbox/api/clock")
    Map<String, Object> show() {
        return shown(time.now());
    }

    private Map<String, Object> shown(Instant now) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("now", View.at(now));
        out.put("held", time.isHeld());
        return out;
    }

    /** {@code to} or {@code advance}, or {@code hold} alone. Answers when everything is at rest. */
    @PostMapping("/sandbox/api/clock")
    Map<String, Object> move(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        String to = Body.text(request, "to");
        String advance = Body.text(request, "advance");
        Boolean hold = Body.flag(request, "hold");
        if ((to == null) == (advance == null) && !(to == null && hold != null)) {
            throw Refused.invalid(Texts.of("sandbox.clockHow"));
        }
        if ("real".equals(to)) {
            return shown(time.backToReal());
        }
        Instant target = to != null ? parse(to) : advance != null ? advanced(advance) : time.now();
        if (Duration.between(time.now(), target).abs().compareTo(FARTHEST) > 0) {
            throw Refused.invalid(Texts.of("sandbox.clockTooFar"));
        }
        return shown(time.moveTo(target, hold == null ? time.isHeld() : hold));
    }

    private Instant advanced(String advance) {
        try {
            Duration by = Duration.parse(advance.strip());
            if (!by.isNegative() && by.compareTo(FARTHEST) <= 0) {
                return time.now().plus(by);
            }
        } catch (DateTimeException e) {
            throw Refused.invalid(Texts.of("sandbox.clockAdvance"));
        }
        throw Refused.invalid(Texts.of("sandbox.clockAdvance"));
    }

    /** An instant; a date and time of day without zone, which is Shanghai's; or a time of day, which is the next one. */
    private Instant parse(String to) {
        String given = to.strip();
        try {
            if (given.matches("\\d{1,2}:\\d{2}(:\\d{2})?")) {
                ZonedDateTime now = time.now().atZone(CommunityClock.ZONE);
                ZonedDateTime then = now.with(LocalTime.parse(given.length() % 3 == 1 ? "0" + given : given));
                return (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
            }
            return given.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && given.contains("T")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDateTime.parse(given.replace(' ', 'T')).atZone(CommunityClock.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw Refused.invalid(Texts.of("sandbox.clockTo"));
        }
    }
}

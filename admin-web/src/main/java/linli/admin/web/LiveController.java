package linli.admin.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream that tells an open page to look again. It carries the name of what changed and nothing else. A page says up to where it
 * has heard ({@code since}, or the browser's own header when it comes back), and hears what it missed.
 */
@Controller
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam(required = false) String since,
            @RequestHeader(name = "Last-Event-ID", required = false) String last,
            HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(last == null || last.isBlank() ? since : last);
    }
}

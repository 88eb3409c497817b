package linli.admin.web;

import linli.admin.security.CurrentStaff;
import linli.bot.staff.Actor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Notes up to where a page has heard before anything is read for it, so that nothing falls between; and whose page it is. */
@ControllerAdvice
class LiveMark {

    private final LiveStreams streams;
    private final CurrentStaff current;

    LiveMark(LiveStreams streams, CurrentStaff current) {
        this.streams = streams;
        this.current = current;
    }

    @ModelAttribute("liveAt")
    String stream() {
        return "/live?since=" + streams.mark();
    }

    /** What waits for the network on a shared telephone goes out for nobody else. */
    @ModelAttribute("who")
    String who() {
        return current.find().map(Actor::ref).orElse(null);
    }
}

package linli.bot.sandbox.server.play;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import linli.bot.sandbox.Transcript;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/**
 * Plays a transcript: holds the clock, moves it to each line's time, lets people speak and staff act, and compares what the
 * product said. One at a time, since there is one clock.
 */
@Component
class Player {

    private final Props props;
    private final Semaphore stage = new Semaphore(1);

    Player(Props props) {
        this.props = props;
    }

    /** Hears of each line as it is played. */
    @FunctionalInterface
    interface Audience {

        void watch(Played played) throws IOException;
    }

    /**
     * @param paceMillis how long to wait between two lines, for people who watch
     * @throws Refused before anything is played: an unknown group, or another play is on
     * @throws IOException when the audience has gone; the clock runs on from where it stands
     */
    void play(Transcript transcript, int paceMillis, Audience audience) throws IOException {
        transcript.steps().forEach(step -> props.groups().require(step.group()));
        if (!stage.tryAcquire()) {
            throw Refused.conflict(Texts.of("sandbox.play.another"));
        }
        try {
            new Performance(transcript, props, paceMillis, audience).play();
        } finally {
            stage.release();
        }
    }

    @PreDestroy
    void close() {
        props.closing().countDown();
    }
}

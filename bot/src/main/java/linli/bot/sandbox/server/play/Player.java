package linli.bot.sandbox.server.play;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linli.bot.sandbox.Transcript;
import linli.bot.sandbox.server.api.TimeMoves;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Line;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Messages;
import linli.bot.sandbox.server.world.Posting;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/**
 * Plays a transcript: holds the clock, moves it to each line's time, lets people speak, and compares what the product said.
 * One at a time, since there is one clock.
 */
@Component
class Player {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final int MOST_LINES = 1000;

    private final Groups groups;
    private final Messages messages;
    private final TimeMoves time;
    private final Semaphore stage = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    Player(Groups groups, Messages messages, TimeMoves time) {
        this.groups = groups;
        this.messages = messages;
        this.time = time;
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
        transcript.steps().forEach(step -> groups.require(step.group()));
        if (!stage.tryAcquire()) {
            throw Refused.conflict(Texts.of("sandbox.play.another"));
        }
        try {
            new Run(transcript, paceMillis, audience).play();
        } finally {
            stage.release();
        }
    }

    private final class Run {

        private final Transcript transcript;
        private final int paceMillis;
        private final Audience audience;
        private final LocalDate first;
        private final Map<String, Long> seen = new HashMap<>();
        private int line;
        private int expected;
        private int met;

        Run(Transcript transcript, int paceMillis, Audience audience) {
            this.transcript = transcript;
            this.paceMillis = paceMillis;
            this.audience = audience;
            this.first = transcript.date() != null ? transcript.date() : nextDay();
        }

        /** A transcript without a date begins the next time it is its first line's time of day. */
        private LocalDate nextDay() {
            LocalDateTime now = time.now().atZone(CommunityClock.ZONE).toLocalDateTime();
            LocalDateTime begin = transcript.steps().get(0).at().on(now.toLocalDate());
            return begin.isBefore(now) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        }

        void play() throws IOException {
            try {
                advance(transcript.steps().get(0));
                transcript.steps().forEach(step -> seen.put(groups.require(step.group()).id(), 0L));
                seen.replaceAll((group, none) -> messages.before(group, Long.MAX_VALUE, 1).stream()
                        .mapToLong(Line::seq)
                        .findFirst()
                        .orElse(0));
                for (Transcript.Step step : transcript.steps()) {
                    advance(step);
                    play(step);
                    pause();
                }
                reportUnexpected();
                sumUp();
            } catch (Refused stopped) {
                end(Texts.of("sandbox.play.stopped", String.valueOf(line), stopped.getMessage()), false);
            } finally {
                time.moveTo(time.now(), false);
            }
        }

        private void advance(Transcript.Step step) {
            line = step.line();
            time.moveTo(instant(step), true);
        }

        private Instant instant(Transcript.Step step) {
            return step.at().on(first).atZone(CommunityClock.ZONE).toInstant();
        }

        private void play(Transcript.Step step) throws IOException {
            ChatGroup group = groups.require(step.group());
            if (step instanceof Transcript.Say say) {
                say(say, group);
                tell(step, "say", say.speaker(), said(say), null, null);
            } else if (step instanceof Transcript.Expect expect) {
                Line said = unseen(group).stream().findFirst().orElse(null);
                boolean isMet = said != null && expect.isMetBy(said.text());
                if (said != null) {
                    seen.put(group.id(), said.seq());
                }
                String instead = said == null ? Texts.of("sandbox.play.saidNothing") : Texts.of("sandbox.play.saidThis", said.text());
                tell(step, "expect", Texts.of("sandbox.word.assistant"), expect.text(), isMet, isMet ? null : instead);
            } else if (step instanceof Transcript.Silence) {
                List<Line> said = unseen(group);
                said.forEach(line -> seen.put(group.id(), line.seq()));
                String instead = said.isEmpty() ? null : Texts.of("sandbox.play.saidThis", said.get(0).text());
                tell(step, "silence", "", "", said.isEmpty(), instead);
            } else if (step instanceof Transcript.Action action) {
                tell(step, "action", action.who(), action.deed(), null, Texts.of("sandbox.play.byHand"));
            }
        }

        private void say(Transcript.Say say, ChatGroup group) {
            Member speaker = groups.speaker(group, say.speaker(), true);
            Kind kind = Kind.of(say.kind()).orElseThrow();
            String revokes = kind == Kind.REVOKE ? lastOf(say, group, speaker) : null;
            messages.post(new Posting(group, speaker, kind, kind == Kind.REVOKE ? "" : say.text(), say.quote(), revokes, null, null));
            time.moveTo(instant(say), true);
        }

        private String lastOf(Transcript.Say say, ChatGroup group, Member speaker) {
            List<Line> lines = messages.before(group.id(), Long.MAX_VALUE, MOST_LINES);
            return lines.stream()
                    .filter(line -> line.sender().id().equals(speaker.person().id()) && line.kind() != Kind.REVOKE && !line.recalled())
                    .filter(line -> say.text().isEmpty() || line.text().equals(say.text()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> Refused.invalid(Texts.of("sandbox.nothingToRevoke", group.name())))
                    .msgId();
        }

        private String said(Transcript.Say say) {
            return say.kind().equals("text") ? say.text() : Texts.of("sandbox.kind." + say.kind());
        }

        private List<Line> unseen(ChatGroup group) {
            return messages.after(group.id(), seen.get(group.id()), MOST_LINES).stream()
                    .filter(line -> line.route() != null)
                    .toList();
        }

        private void reportUnexpected() throws IOException {
            for (String groupId : seen.keySet()) {
                ChatGroup group = groups.require(groupId);
                for (Line line : unseen(group)) {
                    expected++;
                    audience.watch(new Played(
                            0, shown(line.sentAt()), group.name(), "extra", line.nickname(), line.text(), false,
                            Texts.of("sandbox.play.extra")));
                }
            }
        }

        private void sumUp() throws IOException {
            boolean all = met == expected;
            end(Texts.of(all ? "sandbox.play.allMet" : "sandbox.play.someFailed", expected, expected - met), all);
        }

        private void end(String text, boolean all) throws IOException {
            audience.watch(new Played(0, shown(time.now()), "", "end", "", text, all, null));
        }

        private void tell(Transcript.Step step, String what, String who, String text, Boolean isMet, String detail) throws IOException {
            if (isMet != null) {
                expected++;
                met += isMet ? 1 : 0;
            }
            audience.watch(new Played(step.line(), shown(instant(step)), step.group(), what, who, text, isMet, detail));
        }

        private String shown(Instant at) {
            return SHOWN.format(at.atZone(CommunityClock.ZONE));
        }

        private void pause() throws IOException {
            try {
                if (paceMillis > 0 && closing.await(paceMillis, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the sandbox is closing");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @PreDestroy
    void close() {
        closing.countDown();
    }
}

package linli.bot.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotFound;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bot says. A line is written here by whoever decided it, in the same transaction. */
@Component
@Transactional
public class Outbox {

    /** So much a machine may lag and still say what a quick one would have said in time. */
    public static final Duration LAG = Duration.ofMinutes(2);

    private final OutboxMapper mapper;
    private final SpeechProperties speech;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Outbox(OutboxMapper mapper, SpeechProperties speech, CommunityClock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.speech = speech;
        this.clock = clock;
        this.events = events;
    }

    /** The way the bot's own lines go to residents' groups here. */
    public Route groupRoute() {
        return speech.route();
    }

    /**
     * Writes a line. The same key again changes nothing.
     *
     * @return the line's id, whether it is new or was there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long put(Draft draft) {
        Long id = mapper.insert(draft, clock.now());
        return id != null ? id : mapper.idOf(draft.key());
    }

    /** Writes many lines at once; keys that are there change nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putAll(List<Draft> drafts) {
        Addressees.of(drafts).forEach(lines -> mapper.insertAll(lines, clock.now()));
    }

    /** Takes back lines that nobody has begun to hand over. @return how many were taken back */
    public int cancelWaiting(List<String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        List<Line> cancelled = mapper.cancelWaiting(keys);
        announce(cancelled, null);
        return cancelled.size();
    }

    /** The moment of the last line that nobody asked for, said or waiting (C7). Community time. */
    public Optional<Instant> lastUnsolicited(String chatId) {
        return Optional.ofNullable(mapper.lastUnsolicited(chatId, LAG.toSeconds()));
    }

    /** When the group really heard such a line, or is to hear it: the machine may have been late. */
    public Optional<Instant> lastHeard(String chatId) {
        return Optional.ofNullable(mapper.lastHeard(chatId));
    }

    /** How many lines that nobody asked for were said, or are waiting, in a group since an instant (C7). */
    public int countUnsolicited(String chatId, Instant since) {
        return mapper.countUnsolicited(chatId, since);
    }

    /** Whether a line that went to this group begins with these words. */
    public boolean hasSaid(String chatId, String beginning) {
        return mapper.hasSaid(chatId, beginning);
    }

    /** What of the owners' 群发 each group got between two instants, and what is on its way; groups without any are left out. */
    public List<Share> shares(List<String> chatIds, Instant from, Instant to) {
        return chatIds.isEmpty() ? List.of() : mapper.shares(chatIds, from, to);
    }

    public Line get(long id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.line.missing"));
    }

    /** Lines that the running transaction has put here, in their order. */
    public List<Line> ofThisTransaction() {
        return mapper.findOfThisTransaction();
    }

    public List<Line> byIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : mapper.findAll(ids);
    }

    /** Lines that wait for a staff member's tap in these groups, oldest first. */
    public List<Line> staged(List<String> chatIds) {
        return chatIds.isEmpty() ? List.of() : mapper.findStaged(chatIds);
    }

    /** Tasks that lines to this group of other batches, due since then, were credited with. */
    public List<String> tasksOfOthers(OutgoingMessage line, Instant since) {
        return mapper.tasksOfOthers(line.target(), line.batch(), since);
    }

    /** 群发 tasks that wait for their owner. */
    public List<OpenTask> openTasks() {
        return mapper.findOpenTasks();
    }

    /** How many lines are in each state, for the status page. */
    public List<LineCount> counts() {
        return mapper.counts();
    }

    /** Lines that failed or whose answer was lost, newest first. */
    public List<Line> troubled() {
        return mapper.findTroubled();
    }

    /** A staff member says that the staged line was posted in the group by hand. */
    public void posted(long id, String by) {
        Line line = mapper.markPosted(id, by, clock.now());
        if (line == null) {
            throw new Conflict("problem.line.posted");
        }
        announce(List.of(line), by);
    }

    /** The owner confirmed the task and the group has the message, as the vendor reports. Repeated reports change nothing. */
    public void confirmed(String vendorRef, String chatId, Instant at) {
        Line line = mapper.markConfirmed(vendorRef, chatId, at);
        if (line != null) {
            announce(List.of(line), line.owner());
        }
    }

    /** The vendor reports that the group did not get the message. */
    public void refused(String vendorRef, String chatId, String reason) {
        Line line = mapper.markRefused(vendorRef, chatId, reason);
        if (line != null) {
            announce(List.of(line), null);
        }
    }

    /** The vendor stopped a task before its owner confirmed it. */
    public void stopped(String vendorRef) {
        announce(mapper.markStopped(vendorRef), null);
    }

    /** A sender died with the line in its hands: it waits again, or its fate is to be looked up. */
    void abandon(long id, LineState state) {
        Line line = mapper.abandon(id, state, "sender_gone");
        if (line != null) {
            announce(List.of(line), null);
        }
    }

    /** What a hand-over brought, for the lines that the sender still holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(Settlement brought, String sender) {
        announce(mapper.settle(brought, sender, brought.state() == LineState.SENT ? clock.now() : null), null);
    }

    private void announce(List<Line> lines, String by) {
        if (!lines.isEmpty()) {
            Instant now = clock.now();
            events.publishEvent(new LinesMoved(lines.stream()
                    .map(line -> new LineMoved(
                            line.id(), line.key(), line.route(), line.target(), line.state(), line.vendorRef(), line.failure(), by, now))
                    .toList()));
        }
    }
}

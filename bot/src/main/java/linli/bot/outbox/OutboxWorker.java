package linli.bot.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import linli.bot.time.CommunityClock;
import linli.bot.time.Pending;
import linli.bot.work.Crew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands due lines to their channel. The claim is committed before the call and the answer after it, so whatever moment the
 * process dies at, a line was never begun (WAITING), or begun and its fate is looked up (UNKNOWN) unless its channel
 * repeats safely.
 */
@Component
class OutboxWorker implements SmartLifecycle, Pending {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final long LOOK_MILLIS = 200;
    private static final int LOOK_UP_SECONDS = 15;

    private final OutboxMapper mapper;
    private final Outbox outbox;
    private final CommunityClock clock;
    private final OutboxProperties properties;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Map<Route, Channel> channels = new EnumMap<>(Route.class);
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private final Crew crew;

    OutboxWorker(
            OutboxMapper mapper,
            Outbox outbox,
            CommunityClock clock,
            OutboxProperties properties,
            TransactionTemplate transaction,
            MeterRegistry meters,
            List<Channel> channels) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.clock = clock;
        this.properties = properties;
        this.transaction = transaction;
        this.meters = meters;
        this.crew = new Crew("outbox", properties.workers(), this::work);
        channels.forEach(channel -> this.channels.put(channel.route(), channel));
    }

    private void work() {
        String sender = UUID.randomUUID().toString();
        while (crew.isRunning()) {
            try {
                boolean busy = sendDue(sender);
                busy |= lookUpNext(sender);
                pickUpAbandoned();
                if (!busy && stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("outbox worker goes on after {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Hands over what is due until it is time to look elsewhere. What one hand-over brought is written together with the
     * next claim: a claim is committed before its call all the same, and a line costs one commit instead of two.
     */
    private boolean sendDue(String sender) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        List<OutgoingMessage> lines = transaction.execute(s -> claim(sender));
        boolean any = !lines.isEmpty();
        while (!lines.isEmpty()) {
            Runnable written = handOver(lines, sender);
            boolean goesOn = crew.isRunning() && System.nanoTime() < until;
            lines = transaction.execute(s -> {
                written.run();
                return goesOn ? claim(sender) : List.<OutgoingMessage>of();
            });
        }
        return any;
    }

    private List<OutgoingMessage> claim(String sender) {
        return mapper.claim(sender, clock.now(), (int) properties.lease().toSeconds(), resting());
    }

    private List<Route> resting() {
        return channels.values().stream().filter(channel -> !channel.restsFor().isZero()).map(Channel::route).toList();
    }

    /** @return writes down what it brought */
    private Runnable handOver(List<OutgoingMessage> claimed, String sender) {
        Route route = claimed.get(0).route();
        if (route == Route.STAFF_TAP) {
            return settling(Settlement.of(LineState.STAGED, null, claimed), sender);
        }
        Channel channel = channels.get(route);
        if (channel == null) {
            return settling(Settlement.of(LineState.FAILED, "no_channel", claimed), sender);
        }
        List<OutgoingMessage> lines = withoutSent(channel, claimed, sender);
        return lines.isEmpty() ? () -> { } : send(channel, lines, sender);
    }

    /** Of lines that may have gone out before a restore, those the platform does not know. */
    private List<OutgoingMessage> withoutSent(Channel channel, List<OutgoingMessage> lines, String sender) {
        if (lines.stream().noneMatch(OutgoingMessage::doubtful)) {
            return lines;
        }
        List<OutgoingMessage> unsent = new ArrayList<>();
        try {
            for (OutgoingMessage line : lines) {
                Optional<Receipt> before = line.doubtful() ? channel.lookUp(line) : Optional.empty();
                before.ifPresentOrElse(
                        receipt -> transaction.executeWithoutResult(s -> settle(line, receipt, sender)), () -> unsent.add(line));
            }
        } catch (SendFailed e) {
            log.info("lines in doubt cannot be looked up yet: {}", e.getMessage());
            transaction.executeWithoutResult(s -> puttingBack(lines, sender, LOOK_UP_SECONDS, false, e).run());
            return List.of();
        }
        return unsent;
    }

    private Runnable send(Channel channel, List<OutgoingMessage> lines, String sender) {
        try {
            List<Settlement> brought = Settlement.of(lines, channel.send(lines));
            meters.counter("linli.outbox.sent", "route", channel.route().name()).increment(lines.size());
            return () -> brought.forEach(settlement -> outbox.settle(settlement, sender));
        } catch (SendFailed e) {
            meters.counter("linli.outbox.failed", "route", channel.route().name(), "kind", e.kind().name()).increment();
            return failed(channel, lines, sender, e);
        }
    }

    private Runnable failed(Channel channel, List<OutgoingMessage> lines, String sender, SendFailed e) {
        return switch (e.kind()) {
            case THROTTLED -> puttingBack(lines, sender, Math.max(1, e.retryAfter().toSeconds()), false, e);
            case PERMANENT -> settling(Settlement.of(LineState.FAILED, e.getMessage(), lines), sender);
            case TEMPORARY -> retrying(lines, sender, e);
            case LOST -> channel.repeatsSafely()
                    ? retrying(lines, sender, e)
                    : settling(Settlement.of(LineState.UNKNOWN, e.getMessage(), lines), sender);
        };
    }

    private Runnable retrying(List<OutgoingMessage> lines, String sender, SendFailed e) {
        int attempts = lines.get(0).attempts();
        return attempts + 1 >= properties.mostAttempts()
                ? settling(Settlement.of(LineState.FAILED, e.getMessage(), lines), sender)
                : puttingBack(lines, sender, Math.min(300, 1L << attempts), true, e);
    }

    private Runnable puttingBack(List<OutgoingMessage> lines, String sender, long seconds, boolean counted, SendFailed e) {
        List<Long> ids = lines.stream().map(OutgoingMessage::id).toList();
        return () -> mapper.putBack(ids, sender, (int) seconds, counted, e.getMessage());
    }

    private Runnable settling(Settlement settlement, String sender) {
        return () -> outbox.settle(settlement, sender);
    }

    private void settle(OutgoingMessage line, Receipt receipt, String sender) {
        Settlement.of(List.of(line), List.of(receipt)).forEach(settlement -> outbox.settle(settlement, sender));
    }

    private boolean lookUpNext(String sender) {
        List<OutgoingMessage> unknown = transaction.execute(s -> mapper.claimUnknown(sender, (int) properties.lease().toSeconds()));
        if (unknown == null || unknown.isEmpty()) {
            return false;
        }
        OutgoingMessage line = unknown.get(0);
        Optional<Receipt> receipt = Optional.empty();
        Channel channel = channels.get(line.route());
        if (channel != null) {
            try {
                receipt = channel.lookUp(line);
            } catch (SendFailed e) {
                log.info("line {} cannot be looked up yet: {}", line.id(), e.getMessage());
            }
        }
        Optional<Receipt> found = receipt;
        transaction.executeWithoutResult(s -> {
            if (found.isPresent()) {
                settle(line, found.get(), sender);
            } else {
                mapper.leaveUnknown(line.id(), sender, LOOK_UP_SECONDS);
            }
        });
        return found.isPresent();
    }

    private void pickUpAbandoned() {
        for (OutgoingMessage line : mapper.findAbandoned()) {
            Channel channel = channels.get(line.route());
            boolean again = line.route() == Route.STAFF_TAP || channel != null && channel.repeatsSafely();
            LineState state = again ? LineState.WAITING : LineState.UNKNOWN;
            outbox.abandon(line.id(), state);
        }
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public boolean isAtRest(Instant now) {
        return mapper.countReady(now, resting()) == 0 && mapper.countSending() == 0;
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        Stream<Instant> rested = channels.values().stream().map(Channel::restsFor).filter(rest -> !rest.isZero()).map(now::plus);
        return Stream.concat(Optional.ofNullable(mapper.nextDue(now)).stream(), rested).min(Instant::compareTo);
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        crew.start();
    }

    @Override
    public void stop() {
        crew.stop(stopping::countDown);
    }

    @Override
    public boolean isRunning() {
        return crew.isRunning();
    }
}

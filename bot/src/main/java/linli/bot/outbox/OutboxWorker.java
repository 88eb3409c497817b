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
                boolean busy = sendNext(sender);
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

    private boolean sendNext(String sender) {
        List<OutgoingMessage> lines =
                transaction.execute(s -> mapper.claim(sender, clock.now(), (int) properties.lease().toSeconds()));
        if (lines == null || lines.isEmpty()) {
            return false;
        }
        Route route = lines.get(0).route();
        if (route == Route.STAFF_TAP) {
            settleAll(lines, sender, LineState.STAGED, null);
            return true;
        }
        Channel channel = channels.get(route);
        if (channel == null) {
            settleAll(lines, sender, LineState.FAILED, "no_channel");
            return true;
        }
        lines = withoutSent(channel, lines, sender);
        if (!lines.isEmpty()) {
            send(channel, lines, sender);
        }
        return true;
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
                        receipt -> transaction.executeWithoutResult(s -> settle(line, sender, receipt)), () -> unsent.add(line));
            }
        } catch (SendFailed e) {
            log.info("lines in doubt cannot be looked up yet: {}", e.getMessage());
            putBack(lines.stream().map(OutgoingMessage::id).toList(), sender, LOOK_UP_SECONDS, false, e);
            return List.of();
        }
        return unsent;
    }

    private void send(Channel channel, List<OutgoingMessage> lines, String sender) {
        try {
            List<Receipt> receipts = channel.send(lines);
            transaction.executeWithoutResult(s -> {
                for (int i = 0; i < lines.size(); i++) {
                    settle(lines.get(i), sender, receipts.get(i));
                }
            });
            meters.counter("linli.outbox.sent", "route", channel.route().name()).increment(lines.size());
        } catch (SendFailed e) {
            failed(channel, lines, sender, e);
        }
    }

    private void failed(Channel channel, List<OutgoingMessage> lines, String sender, SendFailed e) {
        meters.counter("linli.outbox.failed", "route", channel.route().name(), "kind", e.kind().name()).increment();
        List<Long> ids = lines.stream().map(OutgoingMessage::id).toList();
        int attempts = lines.get(0).attempts();
        switch (e.kind()) {
            case THROTTLED -> putBack(ids, sender, Math.max(1, e.retryAfter().toSeconds()), false, e);
            case PERMANENT -> settleAll(lines, sender, LineState.FAILED, e.getMessage());
            case TEMPORARY -> retry(lines, ids, sender, attempts, e);
            case LOST -> {
                if (channel.repeatsSafely()) {
                    retry(lines, ids, sender, attempts, e);
                } else {
                    settleAll(lines, sender, LineState.UNKNOWN, e.getMessage());
                }
            }
        }
    }

    private void retry(List<OutgoingMessage> lines, List<Long> ids, String sender, int attempts, SendFailed e) {
        if (attempts + 1 >= properties.mostAttempts()) {
            settleAll(lines, sender, LineState.FAILED, e.getMessage());
        } else {
            putBack(ids, sender, Math.min(300, 1L << attempts), true, e);
        }
    }

    private void putBack(List<Long> ids, String sender, long seconds, boolean counted, SendFailed e) {
        transaction.executeWithoutResult(s -> mapper.putBack(ids, sender, (int) seconds, counted, e.getMessage()));
    }

    private void settleAll(List<OutgoingMessage> lines, String sender, LineState state, String failure) {
        transaction.executeWithoutResult(
                s -> lines.forEach(line -> outbox.settle(line.id(), sender, state, null, failure)));
    }

    private void settle(OutgoingMessage line, String sender, Receipt receipt) {
        LineState state = switch (receipt.outcome()) {
            case SENT -> LineState.SENT;
            case TASK_CREATED -> LineState.TASK_CREATED;
            case FAILED -> LineState.FAILED;
        };
        outbox.settle(line.id(), sender, state, receipt.vendorRef(), receipt.reason());
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
                settle(line, sender, found.get());
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
        return mapper.countReady(now) == 0 && mapper.countSending() == 0;
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextDue(now));
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

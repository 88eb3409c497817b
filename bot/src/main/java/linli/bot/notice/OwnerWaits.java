package linli.bot.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.OwnerTasks;
import linli.bot.outbox.SendFailed;
import linli.bot.problem.Invalid;
import linli.bot.time.CommunityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What concerns the owners' tasks at WeCom. Its calls leave the machine, so they are made outside of transactions. */
@Component
class OwnerWaits {

    /** WeCom reminds an owner of one task at most three times in 24 hours. */
    static final int MOST_REMINDERS = 3;

    static final Duration REMINDER_WINDOW = Duration.ofHours(24);

    /** A task that stands this long without a word of failure waits for its owner. */
    private static final Duration TAKEN_IN = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(OwnerWaits.class);

    private final DeliveryMapper mapper;
    private final DeliveryMoves moves;
    private final ObjectProvider<OwnerTasks> tasks;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final CommunityClock clock;

    OwnerWaits(
            DeliveryMapper mapper, DeliveryMoves moves, ObjectProvider<OwnerTasks> tasks, PlatformTransactionManager transactions,
            Outbox outbox, CommunityClock clock) {
        this.mapper = mapper;
        this.moves = moves;
        this.tasks = tasks;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        // Also called right after a commit, where a joined transaction would never be committed.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void recognise() {
        mapper.findCreatedBefore(clock.now().minus(TAKEN_IN)).forEach(this::waits);
    }

    /** It has waited since its task was made. */
    void waits(Delivery delivery) {
        transaction.executeWithoutResult(status -> moves.move(
                delivery, s -> s == DeliveryStatus.TASK_CREATED, DeliveryMoves.Step.of(DeliveryStatus.WAIT_OWNER, delivery.movedAt())));
    }

    /** Asks WeCom to stop the tasks of cancelled notices; what cannot be asked now is asked at the next sweep. */
    void stopCancelled() {
        OwnerTasks vendor = tasks.getIfAvailable();
        if (vendor != null) {
            mapper.findTasksToStop().forEach(ref -> stop(vendor, ref));
        }
    }

    private void stop(OwnerTasks vendor, String vendorRef) {
        try {
            vendor.cancel(vendorRef);
            transaction.executeWithoutResult(status -> {
                mapper.findByTask(vendorRef).forEach(delivery -> moves.move(
                        delivery, DeliveryStatus::waitsForOwner, DeliveryMoves.Step.of(DeliveryStatus.CANCELLED, clock.now())));
                outbox.stopped(vendorRef);
            });
        } catch (SendFailed e) {
            if (e.kind() == SendFailed.Kind.PERMANENT) {
                transaction.executeWithoutResult(status -> mapper.refuseStop(vendorRef, e.getMessage()));
            }
            log.warn("WeCom did not stop a task ({}): {}", e.kind(), e.getMessage());
        }
    }

    /** @param most reminders in 24 hours, this one among them. Claims one of the reminders first, so that two people at once cannot spend more than there are. */
    void remind(String vendorRef, String actor, int most) {
        OwnerTasks vendor = tasks.getIfAvailable();
        if (vendor == null) {
            throw new Invalid("problem.notice.remind");
        }
        Long claim = transaction.execute(status -> claim(vendorRef, actor, most));
        try {
            vendor.remind(vendorRef);
        } catch (SendFailed e) {
            log.warn("WeCom did not remind an owner ({}): {}", e.kind(), e.getMessage());
            if (e.kind() != SendFailed.Kind.LOST) {
                mapper.deleteReminder(claim);
            }
            throw new Invalid("problem.notice.remind");
        }
    }

    private Long claim(String vendorRef, String actor, int most) {
        mapper.lockTask(vendorRef);
        if (mapper.countReminders(vendorRef, clock.now().minus(REMINDER_WINDOW)) >= most) {
            throw new Invalid("problem.notice.reminded", String.valueOf(most));
        }
        return mapper.insertReminder(vendorRef, clock.now(), actor);
    }

    /**
     * Stops an owner's task so that each of its groups is forwarded by the group's backup owner instead.
     *
     * @return the groups that are now to be forwarded by hand
     * @throws Invalid when WeCom did not stop it: then nothing has changed, for the owner may still confirm
     */
    List<Delivery> handOver(String vendorRef, Function<Delivery, String> backup) {
        OwnerTasks vendor = tasks.getIfAvailable();
        if (vendor == null) {
            throw new Invalid("problem.notice.handover");
        }
        try {
            vendor.cancel(vendorRef);
        } catch (SendFailed e) {
            log.warn("WeCom did not stop a task that was to be handed over ({}): {}", e.kind(), e.getMessage());
            throw new Invalid("problem.notice.handover");
        }
        List<Delivery> moved = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (Delivery delivery : mapper.findByTask(vendorRef)) {
                if (moves.move(delivery, DeliveryStatus::waitsForOwner, DeliveryMoves.Step.of(DeliveryStatus.WAIT_MANUAL, clock.now()))) {
                    mapper.handTo(delivery.id(), backup.apply(delivery));
                    moved.add(mapper.find(delivery.id()));
                }
            }
            outbox.stopped(vendorRef);
        });
        return moved;
    }

    List<Delivery> ofTask(String vendorRef) {
        return mapper.findByTask(vendorRef);
    }
}

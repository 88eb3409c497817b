package linli.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.LineState;
import linli.bot.outbox.LinesMoved;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.OwnerTasks;
import linli.bot.outbox.Route;
import linli.bot.outbox.SendFailed;
import linli.bot.outbox.Share;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The month's 群发 of each group: as many as the month has days (developer.work.weixin.qq.com/document/path/92135), shared
 * with what colleagues send from WeCom itself. Counted from our own lines and corrected by what the platform reports.
 */
@Component
@Transactional
class Quotas {

    /** The platform lists tasks of at most a month in one call. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(30);

    private static final Duration BETWEEN_READS = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Quotas.class);

    private final QuotaMapper mapper;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final ObjectProvider<OwnerTasks> tasks;
    private final CommunityClock clock;
    private final MachineClock machine;
    private volatile Instant lastRead;

    Quotas(QuotaMapper mapper, ChatGroups groups, Outbox outbox, ObjectProvider<OwnerTasks> tasks, CommunityClock clock,
            MachineClock machine) {
        this.machine = machine;
        this.mapper = mapper;
        this.groups = groups;
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What is left of the month in which {@code at} lies, by group id. Lines on their way count as sent. */
    public Map<Long, Quota> left(Collection<ChatGroup> asked, Instant at) {
        Map<Long, Quota> left = new HashMap<>();
        if (asked.isEmpty()) {
            return left;
        }
        YearMonth month = monthOf(at);
        Map<String, Share> ours = new HashMap<>();
        outbox.shares(asked.stream().map(ChatGroup::externalChatId).toList(), start(month), start(month.plusMonths(1)))
                .forEach(share -> ours.put(share.target(), share));
        Map<Long, QuotaMapper.Reported> reported = new HashMap<>();
        mapper.find(asked.stream().map(ChatGroup::id).toList(), month.atDay(1)).forEach(row -> reported.put(row.chatGroupId(), row));
        for (ChatGroup group : asked) {
            Share share = ours.getOrDefault(group.externalChatId(), new Share(group.externalChatId(), 0, 0));
            QuotaMapper.Reported row = reported.getOrDefault(group.id(), new QuotaMapper.Reported(group.id(), 0, false));
            int used = Math.max(share.sent(), row.received()) + share.open();
            left.put(group.id(), new Quota(row.spent() ? 0 : month.lengthOfMonth() - used));
        }
        return left;
    }

    /** The platform refused a message for want of quota: nothing is left, whatever we counted. */
    @EventListener
    void learn(LinesMoved moved) {
        moved.lines().stream()
                .filter(line -> line.route() == Route.OWNER_CONFIRM && line.state() == LineState.FAILED && "quota".equals(line.reason()))
                .flatMap(line -> groups.findByExternalId(line.target()).stream())
                .forEach(group -> mapper.spent(group.id(), monthOf(clock.now()).atDay(1), clock.now()));
    }

    /** {@link #read} unless it was done a short while ago: a rehearsal runs every sweep many times a second. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int readDue() {
        Instant now = machine.now();
        if (lastRead != null && now.isBefore(lastRead.plus(BETWEEN_READS))) {
            return 0;
        }
        lastRead = now;
        return read();
    }

    /**
     * Reads what the platform lists for this month, tasks that colleagues made by hand among it. The sweep
     * {@code read-group-quotas}.
     *
     * @return of how many groups it told more than was known
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int read() {
        OwnerTasks vendor = tasks.getIfAvailable();
        if (vendor == null) {
            return 0;
        }
        Instant now = clock.now();
        LocalDate month = monthOf(now).atDay(1);
        Map<String, Integer> received = new HashMap<>();
        try {
            for (Instant from = start(YearMonth.from(month)); from.isBefore(now); from = from.plus(LONGEST_SPAN)) {
                Instant to = from.plus(LONGEST_SPAN).isBefore(now) ? from.plus(LONGEST_SPAN) : now;
                vendor.received(from, to).forEach((chat, count) -> received.merge(chat, count, Integer::sum));
            }
        } catch (SendFailed e) {
            log.info("The month's sends could not be read ({}): {}", e.kind(), e.getMessage());
            return 0;
        }
        List<ChatGroup> known = groups.all().stream().filter(group -> received.containsKey(group.externalChatId())).toList();
        return known.stream().mapToInt(group -> mapper.received(group.id(), month, received.get(group.externalChatId()), now)).sum();
    }

    private static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(CommunityClock.ZONE));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(CommunityClock.ZONE).toInstant();
    }
}

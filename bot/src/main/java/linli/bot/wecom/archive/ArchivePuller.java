package linli.bot.wecom.archive;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import linli.bot.time.MachineClock;
import linli.bot.time.Pending;
import linli.bot.wecom.Faults;
import linli.bot.wecom.Worker;
import linli.bot.wecom.archive.ArchiveStore.Read;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Pulls what was said, page by page: at once while pages come, else on a timer or when WeCom notifies. An item that cannot
 * be read is set aside and the page goes on; a page that cannot be stored is stored item by item, so that one item of it is
 * set aside at most.
 */
class ArchivePuller extends Worker implements Pending {

    private static final Logger LOG = LoggerFactory.getLogger(ArchivePuller.class);
    /** An empty pull is written down no oftener, for the health page. */
    private static final Duration NOTE_EVERY = Duration.ofSeconds(10);

    private final ArchiveSource source;
    private final ArchiveReader reader;
    private final ArchiveStore store;
    private final int pageSize;
    private final MachineClock machine;
    private final MeterRegistry meters;
    private final ExecutorService openers = openers();
    private boolean retriedQuarantine;
    private Instant noted = Instant.EPOCH;
    private boolean notedBehind;

    ArchivePuller(
            ArchiveSource source,
            ArchiveKeys keys,
            ArchiveStore store,
            Duration poll,
            int pageSize,
            MachineClock machine,
            MeterRegistry meters) {
        super("archive", poll);
        this.source = source;
        this.reader = new ArchiveReader(source, keys);
        this.store = store;
        this.pageSize = pageSize;
        this.machine = machine;
        this.meters = meters;
    }

    /** Threads that leave when there is nothing to open. */
    private static ExecutorService openers() {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(processors, processors, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "archive-opener");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    protected boolean work() throws WxErrorException, InterruptedException {
        Optional<Long> from = store.lease(source.name());
        if (from.isEmpty()) {
            return false;
        }
        if (!retriedQuarantine) {
            retryQuarantined();
            retriedQuarantine = true;
        }
        List<ArchiveItem> items = source.pull(from.get(), pageSize);
        items.removeIf(item -> item.seq() <= from.get());
        boolean behind = items.size() >= pageSize;
        if (items.isEmpty() && !notedBehind && machine.now().isBefore(noted.plus(NOTE_EVERY))) {
            return false;
        }
        List<Read> page = readAll(items);
        noted = machine.now();
        notedBehind = behind;
        storePage(from.get(), page, behind);
        return !page.isEmpty();
    }

    /** Most of an item's cost is its RSA, so a page of them is spread over the processors. */
    private List<Read> readAll(List<ArchiveItem> items) throws WxErrorException, InterruptedException {
        try {
            List<Read> page = new ArrayList<>(items.size());
            for (Future<Read> read : openers.invokeAll(items.stream().map(item -> (Callable<Read>) () -> read(item)).toList())) {
                page.add(read.get());
            }
            return page;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WxErrorException away) {
                throw away;
            }
            throw new IllegalStateException("an archive page could not be opened", e.getCause());
        }
    }

    private Read read(ArchiveItem item) throws WxErrorException {
        try {
            return new Read(item, reader.read(item), null);
        } catch (ArchiveReader.Unreadable e) {
            return aside(item, e.stage(), e.getMessage());
        }
    }

    private void storePage(long from, List<Read> page, boolean behind) {
        try {
            if (store.store(source.name(), from, page, behind)) {
                count(page);
            }
        } catch (RuntimeException e) {
            if (page.isEmpty() || isDatabaseAway(e)) {
                throw e;
            }
            LOG.warn("An archive page is stored item by item: {}", Faults.describe(e));
            storeOneByOne(from, page, behind);
        }
    }

    private void storeOneByOne(long from, List<Read> page, boolean behind) {
        long at = from;
        for (Read read : page) {
            Read kept = read;
            boolean ours;
            try {
                ours = store.store(source.name(), at, List.of(kept), behind);
            } catch (RuntimeException e) {
                if (isDatabaseAway(e)) {
                    throw e;
                }
                kept = aside(read.item(), SetAside.Stage.STORE, Faults.describe(e));
                ours = store.store(source.name(), at, List.of(kept), behind);
            }
            if (!ours) {
                return;
            }
            count(List.of(kept));
            at = read.item().seq();
        }
    }

    /** What was set aside before may be readable now: a key was added, or the program knows more. */
    private void retryQuarantined() throws WxErrorException {
        for (ArchiveItem item : store.quarantined(source.name())) {
            Read read = read(item);
            if (read.setAside() == null) {
                try {
                    store.storeLate(source.name(), read);
                } catch (RuntimeException e) {
                    LOG.warn("Archive item {} stays set aside: {}", item.seq(), Faults.describe(e));
                }
            }
        }
    }

    private Read aside(ArchiveItem item, SetAside.Stage stage, String cause) {
        LOG.warn("Archive item {} is set aside at {}: {}", item.seq(), stage, cause);
        return new Read(item, null, new SetAside(source.name(), item, stage, cause));
    }

    private void count(List<Read> page) {
        for (Read read : page) {
            String outcome = read.setAside() != null ? "quarantined" : read.meaning().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            meters.counter("linli.archive.items", "outcome", outcome).increment();
        }
    }

    /** Then no item is to blame: the page is pulled again. */
    private static boolean isDatabaseAway(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }

    @Override
    public void stop() {
        super.stop();
        store.release(source.name());
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public boolean isAtRest(Instant now) {
        return isIdle();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.empty();
    }
}

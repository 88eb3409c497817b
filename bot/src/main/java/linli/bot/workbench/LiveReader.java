package linli.bot.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import linli.bot.parsing.Parser;
import linli.bot.thread.ReaderModel;
import linli.bot.thread.ThreadReader;
import linli.bot.time.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The reader that is in use. Ask for it at each line: words and model are exchanged together, on every node within seconds
 * of somebody putting a release live. What is in use stands in the database; building it happens beside the reading.
 */
@Component
public class LiveReader implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LiveReader.class);

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final ReleaseMapper mapper;
    private final MachineClock machine;
    private final InUse shipped;
    private final ReentrantLock looking = new ReentrantLock();
    private final ExecutorService builder = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reader-exchange");
        thread.setDaemon(true);
        return thread;
    });
    private volatile InUse inUse;
    private volatile Long wanted;
    private volatile Instant nextLook;

    LiveReader(Parser parser, ThreadReader thread, ReleaseMapper mapper, MachineClock machine) {
        this.mapper = mapper;
        this.machine = machine;
        this.shipped = new InUse(parser, thread);
        this.inUse = shipped;
    }

    /** Words and model that belong together. */
    public record InUse(Parser parser, ThreadReader thread) {}

    public InUse inUse() {
        if (nextLook == null || machine.now().isAfter(nextLook)) {
            look();
        }
        return inUse;
    }

    /** Version of the model the program was built with: releases of another program are not used. */
    String base() {
        return shipped.thread().version();
    }

    /** Looks at once the next time it is asked. */
    void lookAgain() {
        nextLook = Instant.EPOCH;
    }

    /** The first look waits for the reader, so that no line is read by another; later ones let it be built beside. */
    private void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            boolean first = nextLook == null;
            Long live = mapper.liveId(base());
            nextLook = machine.now().plus(LOOK);
            if (!Objects.equals(live, wanted)) {
                wanted = live;
                if (live == null) {
                    inUse = shipped;
                } else if (first) {
                    exchange(live);
                } else {
                    builder.execute(() -> exchange(live));
                }
            }
        } finally {
            looking.unlock();
        }
    }

    private void exchange(Long release) {
        try {
            ReleaseMapper.Stored stored = mapper.stored(release);
            InUse built = build(stored.lexicon(), stored.model());
            if (release.equals(wanted)) {
                inUse = built;
                log.info("Reading with lexicon {} and model {}", built.parser().lexiconVersion(), built.thread().version());
            }
        } catch (RuntimeException e) {
            log.error("Release {} of the reader could not be taken into use; the one before goes on", release, e);
        }
    }

    static InUse build(byte[] lexicon, byte[] model) {
        Parser parser = new Parser(Bytes.lexicon(lexicon));
        return new InUse(parser, new ThreadReader(parser, model == null ? ReaderModel.builtIn() : Bytes.model(model)));
    }

    @Override
    public void destroy() {
        builder.shutdownNow();
    }
}

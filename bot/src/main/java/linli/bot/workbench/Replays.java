package linli.bot.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import linli.bot.audit.AuditLog;
import linli.bot.community.ChatGroup;
import linli.bot.corpus.Corpus;
import linli.bot.corpus.ReaderTraining;
import linli.bot.corpus.TrainReader;
import linli.bot.learn.LinearModel;
import linli.bot.parsing.Level;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.thread.Action;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the lines of the last fortnight again, with the reader in use and with the one that may follow it, and shows where
 * they differ (C16). Runs on one thread of its own, beside the reading of what is said now.
 */
@Component
public class Replays implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private static final Duration BACK = Duration.ofDays(14);

    /** A replay that has not moved for this long died with its node; training takes less. */
    private static final Duration DEAD = Duration.ofMinutes(10);

    private static final int STEP = 100;
    private static final int SHOWN = 200;
    private static final int MOST_KEPT = 5_000;
    private static final String CORRECTIONS = "corrections.txt";

    private final ReleaseMapper mapper;
    private final LiveReader live;
    private final Retained retained;
    private final ReadingCorrections corrections;
    private final AuditLog audit;
    private final CommunityClock clock;
    private final MachineClock machine;
    private final Path config;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reader-replay");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    Replays(
            ReleaseMapper mapper,
            LiveReader live,
            Retained retained,
            ReadingCorrections corrections,
            AuditLog audit,
            CommunityClock clock,
            MachineClock machine,
            @Value("${linli.config:config}") Path config) {
        this.mapper = mapper;
        this.live = live;
        this.retained = retained;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
        this.machine = machine;
        this.config = config;
    }

    /**
     * Begins a replay with the lexicon as it stands on the disk.
     *
     * @param train whether a model is trained of the corpus and the approved corrections; else the program's own is used
     * @throws Conflict when one is running
     * @throws NotAllowed when the person may not decide
     */
    public void begin(boolean train, Actor by) {
        mustDecide(by);
        giveUpDead();
        Long id = mapper.begin(live.base(), train, by.ref(), clock.now(), machine.now());
        if (id == null) {
            throw new Conflict("problem.parser.replayRuns");
        }
        mapper.dropReady();
        audit.add(by.ref(), "parser.replay", "release:" + id, null);
        worker.execute(() -> run(id, train));
    }

    /** The replay that runs, waits for a decision or failed; empty when there is nothing to look at. */
    public Optional<Release> latest() {
        giveUpDead();
        return Optional.ofNullable(mapper.latest(live.base()));
    }

    /** What is in use; empty while it is what the program came with. */
    public Optional<Release> inUse() {
        return Optional.ofNullable(mapper.live(live.base()));
    }

    /** Lexicon and model that this node reads with at the moment. */
    public String versions() {
        LiveReader.InUse now = live.inUse();
        return now.parser().lexiconVersion() + " / " + now.thread().version();
    }

    public List<Release.Difference> differences(long id) {
        return mapper.differences(id, SHOWN);
    }

    /** @throws Conflict when it is no longer there to be put live */
    @Transactional
    public void putLive(long id, Actor by) {
        mustDecide(by);
        mapper.retire();
        if (mapper.putLive(id, live.base(), by.ref(), clock.now()) == 0) {
            throw new Conflict("problem.parser.decided");
        }
        audit.add(by.ref(), "parser.live", "release:" + id, null);
        live.lookAgain();
    }

    /** Gives a replay up, running or ready. */
    public void discard(long id, Actor by) {
        mustDecide(by);
        if (mapper.discard(id) == 0) {
            throw new Conflict("problem.parser.decided");
        }
        audit.add(by.ref(), "parser.discard", "release:" + id, null);
    }

    /** Goes back to the words and the model the program came with. */
    @Transactional
    public void goBack(Actor by) {
        mustDecide(by);
        mapper.retire();
        audit.add(by.ref(), "parser.back", "release:shipped", null);
        live.lookAgain();
    }

    private static void mustDecide(Actor by) {
        if (!ReadingCorrections.mayDecide(by)) {
            throw new NotAllowed("problem.parser.decide");
        }
    }

    private void giveUpDead() {
        mapper.giveUpDead(machine.now().minus(DEAD), Texts.of("parser.replay.died"));
    }

    private void run(long id, boolean train) {
        try {
            byte[] words = Bytes.ofFolder(config.resolve("lexicon"));
            Lexicon lexicon = Bytes.lexicon(words);
            byte[] model = train ? Bytes.ofModel(trained(lexicon, "release-" + id)) : null;
            LiveReader.InUse next = LiveReader.build(words, model);
            Instant since = clock.now().minus(BACK);
            mapper.hold(id, words, lexicon.version(), model, next.thread().version(), retained.count(since));
            readAgain(id, next, since);
        } catch (IllegalArgumentException e) {
            // Names the file and the line of the lexicon or the corpus that cannot be read; nothing a resident said.
            log.warn("Replay {} failed: {}", id, e.getMessage());
            mapper.fail(id, e.getMessage());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            log.error("Replay {} failed", id, e);
            mapper.fail(id, Texts.of(e instanceof OutOfMemoryError ? "parser.replay.memory" : "parser.replay.failed"));
        }
    }

    /** The approved corrections stand beside the corpus for as long as it is read. */
    private LinearModel trained(Lexicon lexicon, String version) throws IOException {
        Path folder = Files.createTempDirectory("corpus");
        try {
            for (Path file : Bytes.filesOf(config.resolve("corpus"))) {
                String name = file.getFileName().toString();
                if (name.endsWith(".txt") && !TrainReader.isHeldOut(name)) {
                    Files.copy(file, folder.resolve(name));
                }
            }
            Files.write(folder.resolve(CORRECTIONS), corrections.corpusFile().getBytes(StandardCharsets.UTF_8));
            return ReaderTraining.train(new Parser(lexicon), Corpus.read(folder), version);
        } finally {
            Bytes.remove(folder);
        }
    }

    private void readAgain(long id, LiveReader.InUse next, Instant since) {
        LiveReader.InUse now = live.inUse();
        Count count = new Count();
        for (ChatGroup group : retained.groups()) {
            Memory before = new Memory(now);
            Memory after = new Memory(next);
            retained.each(group, since, (message, said) -> {
                if (count.stopped) {
                    return;
                }
                ReleaseMapper.ReadAs was = before.read(message, said);
                ReleaseMapper.ReadAs will = after.read(message, said);
                if (!was.equals(will) && ++count.differences <= MOST_KEPT) {
                    mapper.differ(id, new ReleaseMapper.Differing(message, was, will));
                }
                if (++count.done % STEP == 0) {
                    count.stopped = mapper.progress(id, count.done, machine.now()) == 0;
                }
            });
        }
        mapper.ready(id, count.done, count.differences);
    }

    private static final class Count {

        private int done;
        private int differences;
        private boolean stopped;
    }

    /** One reader with what it remembers of one group. */
    private static final class Memory {

        private final LiveReader.InUse reader;
        private ThreadState state = ThreadState.EMPTY;

        Memory(LiveReader.InUse reader) {
            this.reader = reader;
        }

        ReleaseMapper.ReadAs read(long message, Said said) {
            ThreadReading reading = reader.thread().read(said, state);
            Level level = reading.line().level();
            boolean opens = reading.action() == Action.OPEN && level != Level.CHAT;
            state = state.after(said, reading, opens ? "m" + message : reading.topic());
            String category = level == Level.CHAT || reading.category() == null ? null : reading.category().name();
            return new ReleaseMapper.ReadAs(level.name(), category, reading.action().name());
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

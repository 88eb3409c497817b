package linli.bot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.time.CommunityClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class ReplaysTests {

    private static final Actor LEADER = new Actor("lingdao1", "赵敏", 1L, Set.of(Role.LEADER), null, null);
    private static final Actor DESK = new Actor("qiantai1", "何云", 2L, Set.of(Role.DESK), null, null);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Path CONFIG = copied();

    @Autowired
    Replays replays;

    @Autowired
    LiveReader live;

    @Autowired
    Inbox inbox;

    @Autowired
    Told told;

    @Autowired
    Areas areas;

    @Autowired
    ChatGroups groups;

    @Autowired
    CommunityClock clock;

    @Autowired
    TransactionTemplate transaction;

    private static Path copied() {
        Path from = Path.of(System.getProperty("linli.config", "../config"));
        try {
            Path to = Files.createTempDirectory("replay-config");
            for (String folder : List.of("", "lexicon", "corpus")) {
                Files.createDirectories(to.resolve(folder));
                try (Stream<Path> files = Files.list(from.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, to.resolve(folder).resolve(file.getFileName()));
                    }
                }
            }
            return to;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void ownConfiguration(DynamicPropertyRegistry registry) {
        registry.add("linli.config", CONFIG::toString);
    }

    @AfterEach
    void backToWhatCameWithTheProgram() throws IOException {
        Files.copy(Path.of(System.getProperty("linli.config", "../config")).resolve("lexicon/decoys.txt"), CONFIG.resolve("lexicon/decoys.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        replays.goBack(LEADER);
        live.inUse();
    }

    private void say(String words) {
        int n = COUNTER.incrementAndGet();
        long community = areas.put("c", AreaKind.COMMUNITY, "芙蓉中路社区", null, null, 0);
        long grid = areas.put("g2", AreaKind.GRID, "第2网格", "2", community, 0);
        long twelve = areas.put("b12", AreaKind.BUILDING, "12栋", "12", grid, 60);
        groups.announce("12栋回放群" + n, GroupKind.BUILDING, twelve, grid, "wangge2", null);
        groups.learn("wr-replay-" + n, "12栋回放群" + n, "wangge2", 40);
        transaction.executeWithoutResult(status -> inbox.append(List.of(new IncomingMessage(
                "wecom", "replay-" + n, n, "wr-replay-" + n, "wm-r" + n, IncomingMessage.Kind.TEXT, words, null, null, null, clock.now()))));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told.backlog().waiting() == 0);
    }

    private Release finished() {
        return Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> replays.latest().orElse(null), release -> release != null && release.state() != Release.State.RUNNING);
    }

    @Test
    void aChangedLexiconShowsWhatItWouldReadDifferentlyAndGoesLiveWithOneTap() throws IOException {
        say("2单元电梯又停了，等了十分钟了");
        String before = live.inUse().parser().lexiconVersion();
        Files.writeString(CONFIG.resolve("lexicon/decoys.txt"), "\n电梯又停了\n", StandardOpenOption.APPEND);

        replays.begin(false, LEADER);
        Release release = finished();

        assertThat(release.state()).isEqualTo(Release.State.READY);
        assertThat(release.lexiconVersion()).isNotEqualTo(before);
        assertThat(replays.differences(release.id())).anySatisfy(difference -> {
            assertThat(difference.words()).isEqualTo("2单元电梯又停了，等了十分钟了");
            assertThat(difference.wasLevel()).isEqualTo("TICKET");
            assertThat(difference.nowLevel()).isNotEqualTo("TICKET");
        });
        assertThat(live.inUse().parser().lexiconVersion()).as("nothing changes before somebody says so").isEqualTo(before);

        replays.putLive(release.id(), LEADER);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> live.inUse().parser().lexiconVersion().equals(release.lexiconVersion()));
        replays.goBack(LEADER);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> live.inUse().parser().lexiconVersion().equals(before));
    }

    @Test
    void aLexiconThatCannotBeReadChangesNothingAndNamesItsMistake() throws IOException {
        Path kinds = CONFIG.resolve("lexicon/kinds.csv");
        String good = Files.readString(kinds);
        try {
            Files.writeString(kinds, good + "\nbroken,row\n");
            replays.begin(false, LEADER);
            Release release = finished();
            assertThat(release.state()).isEqualTo(Release.State.FAILED);
            assertThat(release.failure()).contains("kinds.csv");
        } finally {
            Files.writeString(kinds, good);
        }
    }

    @Test
    void onlyLeadersAndAdministratorsDecide() {
        assertThatThrownBy(() -> replays.begin(false, DESK)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> replays.putLive(1, DESK)).isInstanceOf(NotAllowed.class);
    }
}

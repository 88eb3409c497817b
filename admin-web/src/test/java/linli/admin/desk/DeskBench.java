package linli.admin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import linli.admin.AdminApplication;
import linli.admin.desk.Errands.Kind;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The desk at 10,000 and at 1,000,000 tickets: 16 people at once over HTTP, a tenth of what they do writes; then the buffers
 * that each page touches, and the heap of an export. {@code DESK_TICKETS} and {@code DESK_SMALL} make it smaller,
 * {@code DESK_REQUESTS} shorter, {@code DESK_PLANS=true} shows the costliest statements. The console runs alone, as
 * scripts/README.md describes for a node of its own, and everybody asks the next thing as soon as the last was answered.
 */
public final class DeskBench {

    private static final int SMALL = number("DESK_SMALL", 10_000);
    private static final int TICKETS = number("DESK_TICKETS", 1_000_000);
    private static final int REQUESTS = number("DESK_REQUESTS", 12_000);
    private static final int CONNECTIONS = 16;
    private static final int PAGES = 60;
    private static final String PASSWORD = "linli-demo-2026";

    /** At the desk everything is seen, on a grid a sixth of it. */
    private static final List<String> PEOPLE = List.of("qiantai1", "wangge1", "qiantai2", "wangge2", "lingdao1", "wangge3", "qiantai1", "wangge4");

    private final ConfigurableApplicationContext console;
    private final PageBuffers pages;
    private final DataSource database;
    private final JdbcClient sql;
    private final String address;

    private DeskBench(ConfigurableApplicationContext console, PageBuffers pages) {
        this.console = console;
        this.pages = pages;
        this.database = console.getBean(DataSource.class);
        this.sql = JdbcClient.create(database);
        this.address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
    }

    public static void main(String[] arguments) throws Exception {
        if (System.getenv("LINLI_DB_URL") != null) {
            throw new IllegalStateException("LINLI_DB_URL is set: this empties the tables of tickets; name a database for it in DESK_DB_URL, or none");
        }
        Path data = Files.createTempDirectory(Path.of("admin-web/target").toAbsolutePath(), "desk");
        // Registered before the servers', so it runs after they have stopped.
        SpringApplication.getShutdownHandlers().add(() -> delete(data));
        PageBuffers pages = new PageBuffers();
        ConfigurableApplicationContext console = new SpringApplicationBuilder(AdminApplication.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(PageBuffers.class, () -> pages))
                .run(settings(data).toArray(String[]::new));
        try {
            new DeskBench(console, pages).measure();
        } finally {
            SpringApplication.exit(console);
        }
    }

    private static List<String> settings(Path data) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0", "--linli.data=" + data, "--linli.embedded.database=desk", "--linli.config=" + Path.of("config").toAbsolutePath(),
                "--linli.setup.import=config/sample/community.xlsx", "--linli.setup.sample-password=" + PASSWORD,
                "--linli.community.name=芙蓉中路社区", "--linli.community.assistant=芙蓉小助手",
                "--linli.wecom.base-url=http://127.0.0.1:9", "--linli.wecom.corp-id=wwbench", "--linli.wecom.agent-id=1", "--linli.wecom.secret=none",
                "--linli.wecom.token=none", "--linli.wecom.aes-key=jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                "--linli.wecom.receive=false", "--linli.inbox.workers=0", "--linli.outbox.workers=0", "--linli.schedule.enabled=false",
                "--logging.level.root=warn"));
        String own = System.getenv("DESK_DB_URL");
        if (own != null) {
            settings.addAll(List.of("--linli.db.url=" + own, "--linli.db.user=" + System.getenv("DESK_DB_USER"), "--linli.db.password=" + System.getenv("DESK_DB_PASSWORD")));
        }
        return settings;
    }

    private void measure() throws Exception {
        Measured small = at(SMALL);
        Measured large = TICKETS == SMALL ? small : at(TICKETS);
        report(small, large);
        export();
    }

    /** @param buffers touched per page, mean */
    private record Measured(int tickets, DeskTraffic.Heard heard, Map<Kind, Double> buffers, Map<Kind, Double> statements) {}

    private Measured at(int tickets) throws Exception {
        int open = Math.min(10_000, tickets / 10);
        long start = System.nanoTime();
        if (count("select count(*) from ticket") != tickets) {
            new DeskFill(database).fill(tickets, open);
        }
        System.out.printf("desk: %,d tickets, %,d open, %,d lines, filled in %.0f s; ticket %d MB with indexes, database %d MB%n",
                tickets, count("select count(*) from ticket where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF')"),
                count("select count(*) from inbox_message"), (System.nanoTime() - start) / 1e9,
                count("select pg_total_relation_size('ticket') >> 20"), count("select pg_database_size(current_database()) >> 20"));
        List<Visitor> visitors = new ArrayList<>();
        List<Errands> errands = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            visitors.add(new Visitor(address, PEOPLE.get(i % PEOPLE.size()), PASSWORD));
            errands.add(new Errands(sql, gridOf(visitors.get(i).userid()), i));
        }
        DeskTraffic traffic = new DeskTraffic(visitors, errands);
        traffic.ask(REQUESTS / 2);
        DeskTraffic.Heard heard = traffic.ask(REQUESTS);
        System.out.printf("desk: %d requests in %.0f s, %.0f a second, %.1f ms of processor each beside the database's; load of the machine %.1f on %d processors%n",
                heard.requests(), heard.seconds(), heard.requests() / heard.seconds(), heard.processor() * 1000 / heard.requests(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.getRuntime().availableProcessors());
        Map<Kind, Double> buffers = new EnumMap<>(Kind.class);
        Map<Kind, Double> statements = new EnumMap<>(Kind.class);
        for (Kind kind : List.of(Kind.LIST, Kind.DETAIL, Kind.FILTER, Kind.SEARCH, Kind.DESK)) {
            List<PageBuffers.Cost> costs = costs(kind, visitors, errands);
            buffers.put(kind, costs.stream().mapToLong(PageBuffers.Cost::buffers).sum() / (double) PAGES);
            statements.put(kind, costs.size() / (double) PAGES);
            if (Boolean.parseBoolean(System.getenv("DESK_PLANS"))) {
                costs.stream().sorted(Comparator.comparingLong(PageBuffers.Cost::buffers).reversed()).limit(4)
                        .forEach(cost -> System.out.printf("desk: %s, %d buffers: %s%n", kind, cost.buffers(), cost.statement().replaceAll("\\s+", " ")));
            }
        }
        return new Measured(tickets, heard, buffers, statements);
    }

    private List<PageBuffers.Cost> costs(Kind kind, List<Visitor> visitors, List<Errands> errands) throws Exception {
        List<PageBuffers.Cost> costs = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            Visitor visitor = visitors.get(i % CONNECTIONS);
            Errands.Errand errand = errands.get(i % CONNECTIONS).next(kind);
            costs.addAll(PageBuffers.explain(pages.during(() -> errand.run(visitor)), database));
        }
        return costs;
    }

    private void report(Measured small, Measured large) {
        System.out.printf("desk: %-7s %9s %9s %9s %9s %6s %9s %9s %9s %10s%n", "", "p50 " + k(small), "p99 " + k(small), "p50 " + k(large),
                "p99 " + k(large), "ratio", "buf " + k(small), "buf " + k(large), "exponent", "statements");
        for (Kind kind : Kind.values()) {
            double p99 = small.heard().percentile(kind, 0.99);
            double then = large.heard().percentile(kind, 0.99);
            System.out.printf("desk: %-7s %9.1f %9.1f %9.1f %9.1f %6.2f", kind.name().toLowerCase(), small.heard().percentile(kind, 0.5), p99,
                    large.heard().percentile(kind, 0.5), then, then / p99);
            if (kind != Kind.WRITE) {
                double few = small.buffers().get(kind);
                double many = large.buffers().get(kind);
                System.out.printf(" %9.0f %9.0f %9.2f %10.1f", few, many,
                        Math.log(many / few) / Math.log(large.tickets() / (double) small.tickets()), large.statements().get(kind));
            }
            System.out.println();
        }
    }

    private static String k(Measured measured) {
        return measured.tickets() / 1000 + "k";
    }

    private void export() throws Exception {
        Visitor visitor = new Visitor(address, "qiantai1", PASSWORD);
        String category = sql.sql("select category from ticket where status not in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF', 'CANDIDATE')"
                + " group by 1 order by abs(count(*) - ?) limit 1").param(TICKETS / 10).query(String.class).single();
        Map<String, String> list = Map.of("tab", "FINISHED", "category", category, "words", "false");
        ExportHeap.export(visitor, list);
        ExportHeap.Exported exported = ExportHeap.export(visitor, list);
        System.out.printf("desk: export of %,d tickets in %.1f s, the first of them after %.1f %% of that; at most %.1f MB of live heap more than before%n",
                exported.rows(), exported.seconds(), exported.firstAfter() * 100, exported.megabytes());
    }

    private Long gridOf(String userid) {
        return sql.sql("select grid_id from staff where userid = ? and roles && array['GRID']").param(userid).query(Long.class).optional().orElse(null);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static int number(String name, int otherwise) {
        String given = System.getenv(name);
        return given == null || given.isBlank() ? otherwise : Integer.parseInt(given.replace("_", ""));
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

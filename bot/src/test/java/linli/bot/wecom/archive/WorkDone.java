package linli.bot.wecom.archive;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processor time that this process and its PostgreSQL used: what a busy machine hides least. */
final class WorkDone {

    private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ProcessHandle postgres;
    private final long process;
    private final Map<String, Long> threads;
    private final Duration theirs;
    private final long compiled;

    WorkDone(JdbcClient sql) {
        long backend = sql.sql("select pg_backend_pid()").query(Long.class).single();
        postgres = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        process = MACHINE.getProcessCpuTime();
        threads = threads();
        theirs = theirs();
        compiled = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static Map<String, Long> threads() {
        Map<String, Long> byName = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            Optional.ofNullable(THREADS.getThreadInfo(id))
                    .ifPresent(thread -> byName.merge(thread.getThreadName().replaceAll("[-_\\d]+$", ""), THREADS.getThreadCpuTime(id), Long::sum));
        }
        return byName;
    }

    private Duration theirs() {
        return postgres.children()
                .map(child -> child.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Milliseconds a message. What is left of the process's own time is the compiler's, the collector's and the bench's. */
    String since(int messages) {
        Map<String, Long> now = threads();
        return "processor time a message: opening and storing archive items %.2f ms, handling %.2f ms, sending %.2f ms, compiler %.2f ms, all of Java %.2f ms, PostgreSQL %.2f ms".formatted(
                (of(now, "wecom-archive") + of(now, "archive-opener")) / messages,
                of(now, "inbox") / messages,
                of(now, "outbox") / messages,
                (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compiled) / (double) messages,
                (MACHINE.getProcessCpuTime() - process) / 1e6 / messages,
                theirs().minus(theirs).toNanos() / 1e6 / messages);
    }

    private double of(Map<String, Long> now, String name) {
        return (now.getOrDefault(name, 0L) - threads.getOrDefault(name, 0L)) / 1e6;
    }
}

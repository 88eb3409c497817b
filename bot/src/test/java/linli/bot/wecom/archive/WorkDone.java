package linli.bot.wecom.archive;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processor time that this process and its PostgreSQL used: what a busy machine cannot hide. */
final class WorkDone {

    private final ProcessHandle postgres;
    private final Duration ours;
    private final Duration theirs;

    WorkDone(JdbcClient sql) {
        long backend = sql.sql("select pg_backend_pid()").query(Long.class).single();
        postgres = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        ours = ours();
        theirs = theirs();
    }

    private static Duration ours() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() < 0
                ? Duration.ZERO
                : Duration.ofNanos(((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    private Duration theirs() {
        return postgres.children()
                .map(child -> child.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    String since(int messages) {
        return "processor time a message %.2f ms in Java, %.2f ms in PostgreSQL".formatted(
                ours().minus(ours).toNanos() / 1e6 / messages, theirs().minus(theirs).toNanos() / 1e6 / messages);
    }
}

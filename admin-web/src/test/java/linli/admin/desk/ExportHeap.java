package linli.admin.desk;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipInputStream;

/** Exports a list over HTTP and watches what stays in the heap meanwhile. */
final class ExportHeap {

    private static final byte[] ROW = "<row>".getBytes(StandardCharsets.US_ASCII);
    private static final long MEGABYTE = 1 << 20;

    private ExportHeap() {}

    /**
     * @param rows tickets, the head not counted
     * @param firstAfter share of the whole time after which the first ticket was there
     * @param megabytes the largest live heap while it ran, over what was live before
     */
    record Exported(int rows, double seconds, double firstAfter, double megabytes) {}

    static Exported export(Visitor visitor, Map<String, String> list) throws Exception {
        long before = live();
        AtomicLong most = new AtomicLong(before);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!over.get()) {
                most.accumulateAndGet(live(), Math::max);
            }
        });
        watch.start();
        try {
            long start = System.nanoTime();
            HttpResponse<InputStream> answer = visitor.stream("/tickets/export", list);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the export answered " + answer.statusCode());
            }
            Counted counted = count(answer.body());
            double took = System.nanoTime() - start;
            return new Exported(counted.rows() - 1, took / 1e9, (counted.firstAt() - start) / took, (most.get() - before) / (double) MEGABYTE);
        } finally {
            over.set(true);
            watch.join();
        }
    }

    private record Counted(int rows, long firstAt) {}

    /** Read as it comes, so that nothing of it stays here either. */
    private static Counted count(InputStream body) throws Exception {
        int rows = 0;
        long firstAt = 0;
        try (ZipInputStream zip = new ZipInputStream(body)) {
            while (!zip.getNextEntry().getName().equals("xl/worksheets/sheet1.xml")) {
                zip.closeEntry();
            }
            byte[] some = new byte[8192];
            int matched = 0;
            for (int n = zip.read(some); n >= 0; n = zip.read(some)) {
                for (int i = 0; i < n; i++) {
                    matched = some[i] == ROW[matched] ? matched + 1 : some[i] == ROW[0] ? 1 : 0;
                    if (matched == ROW.length) {
                        matched = 0;
                        if (++rows == 2) {
                            firstAt = System.nanoTime();
                        }
                    }
                }
            }
        }
        return new Counted(rows, firstAt);
    }

    /** What is left after a collection. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

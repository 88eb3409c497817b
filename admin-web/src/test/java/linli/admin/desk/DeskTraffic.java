package linli.admin.desk;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import linli.admin.desk.Errands.Kind;

/** Everybody asks at once, each over the own connection, the next thing as soon as the last was answered. */
final class DeskTraffic {

    /** Of twenty: a tenth of writes. */
    private static final List<Kind> OF_TWENTY = List.of(
            Kind.LIST, Kind.LIST, Kind.LIST, Kind.LIST, Kind.LIST, Kind.DETAIL, Kind.DETAIL, Kind.DETAIL, Kind.DETAIL, Kind.DETAIL,
            Kind.FILTER, Kind.FILTER, Kind.FILTER, Kind.FILTER, Kind.SEARCH, Kind.SEARCH, Kind.SEARCH, Kind.DESK, Kind.WRITE, Kind.WRITE);

    private final List<Visitor> visitors;
    private final List<Errands> errands;

    DeskTraffic(List<Visitor> visitors, List<Errands> errands) {
        this.visitors = visitors;
        this.errands = errands;
    }

    /**
     * Milliseconds of every request by kind, ascending, and how long it all took.
     *
     * @param processor seconds of processor time that this program used, the people's own share with it
     */
    record Heard(Map<Kind, List<Double>> millis, double seconds, double processor) {

        double percentile(Kind kind, double share) {
            List<Double> sorted = millis.get(kind);
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
        }

        int requests() {
            return millis.values().stream().mapToInt(List::size).sum();
        }
    }

    /** @param requests how many are made in all; a few more when the last ones overlap */
    Heard ask(int requests) throws Exception {
        long start = System.nanoTime();
        long used = processorNanos();
        AtomicInteger left = new AtomicInteger(requests);
        ExecutorService people = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Callable<Map<Kind, List<Double>>>> all = new ArrayList<>();
            for (int i = 0; i < visitors.size(); i++) {
                int who = i;
                all.add(() -> one(visitors.get(who), errands.get(who), new Random(who), left));
            }
            Map<Kind, List<Double>> together = byKind();
            for (Future<Map<Kind, List<Double>>> each : people.invokeAll(all)) {
                each.get().forEach((kind, millis) -> together.get(kind).addAll(millis));
            }
            together.values().forEach(Collections::sort);
            return new Heard(together, (System.nanoTime() - start) / 1e9, (processorNanos() - used) / 1e9);
        } finally {
            people.shutdownNow();
        }
    }

    private static Map<Kind, List<Double>> one(Visitor visitor, Errands errands, Random random, AtomicInteger left) throws Exception {
        Map<Kind, List<Double>> millis = byKind();
        while (left.getAndDecrement() > 0) {
            Kind kind = OF_TWENTY.get(random.nextInt(OF_TWENTY.size()));
            if (kind == Kind.WRITE) {
                for (double each : errands.tap(visitor)) {
                    millis.get(kind).add(each);
                }
            } else {
                Errands.Errand errand = errands.next(kind);
                millis.get(kind).add(Errands.timed(() -> errand.run(visitor)).millis());
            }
        }
        return millis;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static Map<Kind, List<Double>> byKind() {
        Map<Kind, List<Double>> empty = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            empty.put(kind, new ArrayList<>());
        }
        return empty;
    }
}

package linli.bot.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What benches share: a size that the environment may change, the time a piece of work takes, and the median of rounds. */
public final class Rounds {

    private final List<Double> values = new ArrayList<>();

    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public static int number(String name, int otherwise) {
        String given = System.getenv(name);
        return given == null || given.isBlank() ? otherwise : Integer.parseInt(given);
    }

    public static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    public void add(double value) {
        values.add(value);
    }

    public double median() {
        double[] sorted = sorted();
        return sorted[sorted.length / 2];
    }

    /** The median, and between what the rounds lie. */
    @Override
    public String toString() {
        double[] sorted = sorted();
        return "%.2f (median of %d rounds, %.2f to %.2f)".formatted(median(), sorted.length, sorted[0], sorted[sorted.length - 1]);
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}

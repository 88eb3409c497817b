package linli.bot.reading;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import linli.bot.parsing.Context;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Utterance;
import linli.bot.thread.Action;
import linli.bot.thread.ReaderModel;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReader;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;

/**
 * Compares the whole parser with HanLP's bare segmentation of the same texts, by CPU time, in interleaved rounds of one
 * run; started by {@code scripts/bench parse}. Also shows how the cost grows with the text's length.
 */
public final class ParseBench {

    private static final int ROUNDS = 9;
    private static final int WARMING = 8;
    private static final int PASSES = 20;
    private static final int GROWTH_PASSES = 3;
    private static final int GROWTH_ROUNDS = 5;
    private static final int SHORT = 100;
    private static final int LONG = 10_000;
    private static final int TEXT_COLUMN = 2;

    private ParseBench() {
    }

    /** Arguments: the lexicon's folder, the corpus whose texts are read. */
    public static void main(String[] arguments) throws IOException {
        Parser parser = new Parser(Lexicon.read(Path.of(arguments[0])));
        List<String> texts = texts(Path.of(arguments[1]));
        Context context = Context.ofBuilding("12");
        Consumer<String> parse = text -> parser.understand(Utterance.text(text), context);
        Consumer<String> segment = HanLP::segment;

        Consumer<String> thread = new Talk(parser);

        double[] ratios = new double[ROUNDS];
        double[] perSecond = new double[ROUNDS];
        double[] threads = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            long segmenting = cpuNanos(texts, segment);
            long parsing = cpuNanos(texts, parse);
            long reading = cpuNanos(texts, thread);
            if (round >= 0) {
                ratios[round] = (double) segmenting / parsing;
                threads[round] = (double) segmenting / reading;
                perSecond[round] = 1e9 * texts.size() * PASSES / parsing;
            }
        }
        System.out.printf("parse: %d texts, %.0f messages a CPU second, ratio to HanLP's bare segmentation %.2f (median of %d rounds, %.2f to %.2f); aim 0.40%n",
                texts.size(), median(perSecond), median(ratios), ROUNDS, min(ratios), max(ratios));
        System.out.printf("with thread and model: ratio %.2f (median, %.2f to %.2f)%n", median(threads), min(threads), max(threads));
        growth(String.join("，", texts), "talk", parse);
        growth("3栋2单元1、2、3、".repeat(2000), "numbers", parse);
        growth("电梯水灯门坏堵停".repeat(2000), "objects", parse);
    }

    /** One group's talk that never ends: every line is read in the state that the lines before it left. */
    private static final class Talk implements Consumer<String> {

        private final ThreadReader reader;
        private ThreadState state = ThreadState.EMPTY;
        private Instant now = Instant.EPOCH;
        private int lines;

        Talk(Parser parser) {
            reader = new ThreadReader(parser, ReaderModel.builtIn());
        }

        @Override
        public void accept(String text) {
            lines++;
            now = now.plusSeconds(47);
            String speaker = "m" + lines % 23;
            Said said = new Said(speaker, speaker, false, "12", now, Utterance.text(text));
            ThreadReading reading = reader.read(said, state);
            state = state.after(said, reading, reading.action() == Action.OPEN ? "T" + lines : reading.topic());
        }
    }

    // The same 10,000 characters in one piece and in a hundred, so that only the length differs.
    private static void growth(String all, String name, Consumer<String> parse) {
        String text = all.repeat(1 + LONG / all.length()).substring(0, LONG);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < LONG; i += SHORT) {
            pieces.add(text.substring(i, i + SHORT));
        }
        double[] exponents = new double[GROWTH_ROUNDS];
        for (int i = -2; i < exponents.length; i++) {
            double apart = cpuNanos(pieces, parse, GROWTH_PASSES);
            double whole = cpuNanos(List.of(text), parse, GROWTH_PASSES);
            if (i >= 0) {
                exponents[i] = 1 + Math.log(whole / apart) / Math.log((double) LONG / SHORT);
            }
        }
        System.out.printf("growth from 100 to 10,000 characters, %s: exponent %.2f; aim at most 1.10%n", name, median(exponents));
    }

    private static long cpuNanos(List<String> texts, Consumer<String> work) {
        return cpuNanos(texts, work, PASSES);
    }

    private static long cpuNanos(List<String> texts, Consumer<String> work, int passes) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int pass = 0; pass < passes; pass++) {
            texts.forEach(work);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static List<String> texts(Path corpus) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(corpus)) {
            String[] cells = line.split(",", TEXT_COLUMN + 2);
            if (!line.startsWith("#") && !line.startsWith("set,") && cells.length > TEXT_COLUMN) {
                texts.add(cells[TEXT_COLUMN].replace("\\n", "\n"));
            }
        }
        return texts;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}

package linli.bot.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import linli.bot.learn.Features;
import linli.bot.learn.LinearModel;
import linli.bot.learn.LinearTrainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trains the reader's learner on the first file and names the labels of the second: {@code scripts/bench learner TRAIN TEST}, lines of {@code {"text":…,"label":…}}. */
public final class LearnerBench {

    private static final double COST = Double.parseDouble(System.getProperty("C", "1"));

    private LearnerBench() {
    }

    private record Example(Features features, String label) {
    }

    public static void main(String[] files) throws IOException {
        if (files.length != 2) {
            throw new IllegalArgumentException("scripts/bench learner TRAIN.jsonl TEST.jsonl");
        }
        List<Example> train = read(Path.of(files[0]));
        List<Example> test = read(Path.of(files[1]));
        LinearTrainer trainer = new LinearTrainer().head("label", COST);
        train.forEach(example -> trainer.add("label", example.features(), example.label()));
        long start = System.nanoTime();
        LinearModel model = trainer.train("bench", 1);
        double seconds = (System.nanoTime() - start) / 1e9;

        Map<String, int[]> counts = new TreeMap<>();
        new TreeSet<>(train.stream().map(Example::label).toList()).forEach(label -> counts.put(label, new int[3]));
        int right = 0;
        for (Example example : test) {
            String read = model.score(example.features()).of("label").entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            right += read.equals(example.label()) ? 1 : 0;
            counts.get(read)[read.equals(example.label()) ? 0 : 1]++;
            if (!read.equals(example.label())) {
                counts.computeIfAbsent(example.label(), l -> new int[3])[2]++;
            }
        }
        double macro = counts.values().stream().mapToDouble(c -> 2.0 * c[0] / Math.max(1, 2 * c[0] + c[1] + c[2])).average().orElse(0);
        counts.forEach((label, c) -> System.out.printf("%-12s P %.3f R %.3f%n", label, (double) c[0] / Math.max(1, c[0] + c[1]), (double) c[0] / Math.max(1, c[0] + c[2])));
        System.out.printf("learner: %d learnt in %.1f s, %d read, accuracy %.3f, macro-F1 %.3f; aim 0.900%n", train.size(), seconds, test.size(),
                (double) right / test.size(), macro);
    }

    private static List<Example> read(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            Features features = new Features().addGrams("text", node.path("text").asString(), 1, 2, Float.parseFloat(System.getProperty("G", "3.5"))).add("always");
            examples.add(new Example(features, node.path("label").asString()));
        }
        return examples;
    }
}

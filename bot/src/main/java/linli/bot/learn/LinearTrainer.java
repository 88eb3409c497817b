package linli.bot.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Gathers examples and trains a {@link LinearModel}: logistic regression, each label against all others. */
public final class LinearTrainer {

    /** When liblinear stops; finer took longer and read no better. */
    private static final double TOLERANCE = 6;

    private final Map<String, HeadExamples> heads = new LinkedHashMap<>();

    /**
     * The features that are learned from, each with its number (from 1 on) and how loud it speaks: what is rare says more
     * than what stands in every line. The loudness is multiplied into the weights at the end, so the model knows nothing of it.
     */
    private record Vocabulary(Map<Long, Integer> numbers, float[] loudness) {

        private static final double USUAL = 3;

        static float loudness(int examples, int seen) {
            return (float) (Math.log((double) examples / seen + 1) / USUAL);
        }
    }

    private record Example(Features features, String label) {
    }

    private static final class HeadExamples {

        private final double cost;
        private final boolean yesNo;
        private final List<Example> examples = new ArrayList<>();

        private HeadExamples(double cost, boolean yesNo) {
            this.cost = cost;
            this.yesNo = yesNo;
        }

        private List<String> labels() {
            return yesNo ? List.of("yes") : List.copyOf(examples.stream().map(Example::label).collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
        }
    }

    /** A classifier with as many labels as its examples have. {@code cost} is liblinear's C: higher trusts the examples more. */
    public LinearTrainer head(String name, double cost) {
        heads.put(name, new HeadExamples(cost, false));
        return this;
    }

    /** A classifier that says yes or no; the label of an example is {@code yes} or anything else. */
    public LinearTrainer yesNo(String name, double cost) {
        heads.put(name, new HeadExamples(cost, true));
        return this;
    }

    public void add(String head, Features features, String label) {
        heads.get(head).examples.add(new Example(features, label));
    }

    /** @throws IllegalStateException when a head has no example */
    public LinearModel train(String version, int rarestKept) {
        Vocabulary vocabulary = vocabulary(rarestKept);
        Map<String, List<String>> labels = new LinkedHashMap<>();
        List<Task> tasks = new ArrayList<>();
        int width = 0;
        for (Map.Entry<String, HeadExamples> entry : heads.entrySet()) {
            HeadExamples head = entry.getValue();
            if (head.examples.isEmpty()) {
                throw new IllegalStateException("no examples for " + entry.getKey());
            }
            labels.put(entry.getKey(), head.labels());
            Feature[][] rows = head.examples.parallelStream().map(e -> nodes(e.features(), vocabulary)).toArray(Feature[][]::new);
            for (String label : head.labels()) {
                tasks.add(new Task(head, rows, label, width++));
            }
        }
        float[][] columns = new float[width][];
        IntStream.range(0, tasks.size()).parallel().forEach(i -> columns[tasks.get(i).column] = tasks.get(i).train(vocabulary.numbers.size()));
        Map<Long, float[]> byFeature = new LinkedHashMap<>();
        for (Map.Entry<Long, Integer> entry : vocabulary.numbers.entrySet()) {
            float[] row = new float[width];
            for (int c = 0; c < width; c++) {
                row[c] = columns[c][entry.getValue() - 1] * vocabulary.loudness[entry.getValue()];
            }
            byFeature.put(entry.getKey(), row);
        }
        return new LinearModel(version, labels, byFeature);
    }

    /** Features seen in fewer examples are left out: they would only learn those examples by heart. */
    private Vocabulary vocabulary(int rarestKept) {
        Map<Features, Boolean> counted = new IdentityHashMap<>();
        Map<Long, Integer> seen = new LinkedHashMap<>();
        for (HeadExamples head : heads.values()) {
            for (Example example : head.examples) {
                if (counted.put(example.features, true) == null) {
                    for (int i = 0; i < example.features.size(); i++) {
                        seen.merge(example.features.name(i), 1, Integer::sum);
                    }
                }
            }
        }
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        float[] loudness = new float[seen.size() + 1];
        seen.forEach((name, count) -> {
            if (count >= rarestKept) {
                numbers.put(name, numbers.size() + 1);
                loudness[numbers.size()] = Vocabulary.loudness(counted.size(), count);
            }
        });
        return new Vocabulary(numbers, loudness);
    }

    /** The example as liblinear wants it: numbers ascending, each once. */
    private static Feature[] nodes(Features features, Vocabulary vocabulary) {
        long[] found = new long[features.size()];
        int count = 0;
        for (int i = 0; i < features.size(); i++) {
            Integer number = vocabulary.numbers.get(features.name(i));
            if (number != null) {
                found[count++] = (long) number << 32 | i;
            }
        }
        Arrays.sort(found, 0, count);
        Feature[] nodes = new Feature[count];
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int number = (int) (found[k] >>> 32);
            double value = features.value((int) found[k]) * vocabulary.loudness[number];
            if (kept > 0 && nodes[kept - 1].getIndex() == number) {
                nodes[kept - 1].setValue(nodes[kept - 1].getValue() + value);
            } else {
                nodes[kept++] = new FeatureNode(number, value);
            }
        }
        return kept == count ? nodes : Arrays.copyOf(nodes, kept);
    }

    /** One label of one head against the rest. */
    private record Task(HeadExamples head, Feature[][] rows, String label, int column) {

        float[] train(int features) {
            Problem problem = new Problem();
            problem.l = rows.length;
            problem.n = features;
            problem.x = rows;
            problem.y = head.examples.stream().mapToDouble(e -> e.label().equals(label) ? 1 : -1).toArray();
            float[] weights = new float[features];
            if (head.examples.stream().noneMatch(e -> e.label().equals(label))) {
                return weights;
            }
            Linear.disableDebugOutput();
            Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, head.cost, TOLERANCE));
            // liblinear's first class is that of its first example.
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            double[] learned = model.getFeatureWeights();
            for (int i = 0; i < features; i++) {
                weights[i] = (float) (sign * learned[i]);
            }
            return weights;
        }
    }
}

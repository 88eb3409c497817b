package linli.bot.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several linear classifiers over the same features. One pass over an example's features scores them all. Immutable and
 * thread-safe.
 */
public final class LinearModel {

    private static final int FORMAT = 0x4C4C4D31;

    private final String version;
    private final List<Head> heads;
    private final long[] keys;
    private final int[] rows;
    private final float[] weights;
    private final int width;

    /** One classifier: its labels stand in the columns from {@code column} on. */
    private record Head(String name, List<String> labels, int column) {
    }

    LinearModel(String version, Map<String, List<String>> labels, Map<Long, float[]> weightsByFeature) {
        this.version = version;
        this.heads = headsOf(labels);
        this.width = labels.values().stream().mapToInt(List::size).sum();
        int slots = Integer.highestOneBit(Math.max(16, weightsByFeature.size() * 2)) * 2;
        keys = new long[slots];
        rows = new int[slots];
        weights = new float[weightsByFeature.size() * width];
        int row = 0;
        for (Map.Entry<Long, float[]> entry : weightsByFeature.entrySet()) {
            int slot = freeSlot(entry.getKey());
            keys[slot] = entry.getKey();
            rows[slot] = row;
            System.arraycopy(entry.getValue(), 0, weights, row * width, width);
            row++;
        }
    }

    private static List<Head> headsOf(Map<String, List<String>> labels) {
        List<Head> heads = new ArrayList<>();
        int column = 0;
        for (Map.Entry<String, List<String>> entry : labels.entrySet()) {
            heads.add(new Head(entry.getKey(), List.copyOf(entry.getValue()), column));
            column += entry.getValue().size();
        }
        return List.copyOf(heads);
    }

    /** What the model was trained on, in the words of whoever trained it. */
    public String version() {
        return version;
    }

    /** Scores of every head for one example. */
    public Scores score(Features features) {
        return new Scores(new float[width]).plus(features);
    }

    /** How likely the only label of a head is for one example, when no other head is asked: 0 to 1. */
    public double likelihood(String head, Features features) {
        int column = head(head).column;
        float sum = 0;
        for (int i = 0; i < features.size(); i++) {
            int row = rowOf(features.name(i));
            if (row >= 0) {
                sum += features.value(i) * weights[row * width + column];
            }
        }
        return logistic(sum);
    }

    private static double logistic(float sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    private void add(Features features, float[] sums) {
        for (int i = 0; i < features.size(); i++) {
            int row = rowOf(features.name(i));
            if (row >= 0) {
                float value = features.value(i);
                int at = row * width;
                for (int c = 0; c < width; c++) {
                    sums[c] += value * weights[at + c];
                }
            }
        }
    }

    /** The scores of one example. */
    public final class Scores {

        private final float[] sums;

        private Scores(float[] sums) {
            this.sums = sums;
        }

        /** The scores when these features hold too. */
        public Scores plus(Features more) {
            float[] next = sums.clone();
            add(more, next);
            return new Scores(next);
        }

        /**
         * How likely each label of a head is, in the head's order of labels; together 1. Each label was learned against
         * all others.
         */
        public Map<String, Double> of(String head) {
            Head wanted = head(head);
            double[] likely = new double[wanted.labels.size()];
            double total = 0;
            for (int i = 0; i < likely.length; i++) {
                likely[i] = logistic(sums[wanted.column + i]);
                total += likely[i];
            }
            Map<String, Double> result = new LinkedHashMap<>();
            for (int i = 0; i < likely.length; i++) {
                result.put(wanted.labels.get(i), likely[i] / total);
            }
            return result;
        }

        /** How likely the only label of a head is: 0 to 1. */
        public double likelihood(String head) {
            return logistic(sums[head(head).column]);
        }
    }

    private Head head(String name) {
        for (Head head : heads) {
            if (head.name.equals(name)) {
                return head;
            }
        }
        throw new IllegalArgumentException("the model has no classifier " + name);
    }

    private int rowOf(long key) {
        for (int slot = start(key); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return rows[slot];
            }
        }
        return -1;
    }

    private int freeSlot(long key) {
        int slot = start(key);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private int start(long key) {
        return (int) (key >>> 7) & keys.length - 1;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(version);
        out.writeInt(heads.size());
        for (Head head : heads) {
            out.writeUTF(head.name);
            out.writeInt(head.labels.size());
            for (String label : head.labels) {
                out.writeUTF(label);
            }
        }
        out.writeInt(weights.length / width);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                out.writeLong(keys[slot]);
                for (int c = 0; c < width; c++) {
                    out.writeFloat(weights[rows[slot] * width + c]);
                }
            }
        }
    }

    /** @throws IOException when the stream ends early or holds something else */
    public static LinearModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("this is no model, or one of another version of the program");
        }
        String version = in.readUTF();
        Map<String, List<String>> labels = new LinkedHashMap<>();
        int heads = in.readInt();
        int width = 0;
        for (int h = 0; h < heads; h++) {
            String name = in.readUTF();
            List<String> of = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                of.add(in.readUTF());
            }
            labels.put(name, of);
            width += count;
        }
        Map<Long, float[]> byFeature = new LinkedHashMap<>();
        int features = in.readInt();
        for (int f = 0; f < features; f++) {
            long key = in.readLong();
            float[] row = new float[width];
            for (int c = 0; c < width; c++) {
                row[c] = in.readFloat();
            }
            byFeature.put(key, row);
        }
        return new LinearModel(version, labels, byFeature);
    }
}

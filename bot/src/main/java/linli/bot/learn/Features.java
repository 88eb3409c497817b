package linli.bot.learn;

import java.util.Arrays;

/**
 * What a classifier sees of one example: hashed names with values. Two names hardly ever share a hash,
 * so the hash is the name. Not thread-safe.
 */
public final class Features {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    /** Grams beyond this many say nothing new about a line, and an endless text must not cost endless time. */
    private static final int MOST_GRAMS = 1200;

    private long[] names = new long[64];
    private float[] values = new float[64];
    private int size;

    /** A fact that holds: what it is about, and what it says of it (numbers, truths, names, constants). */
    public Features add(String about, Object... says) {
        return weigh(1f, about, says);
    }

    /** A fact that holds to a degree. */
    public Features weigh(float value, String about, Object... says) {
        long h = (OFFSET ^ about.hashCode()) * PRIME;
        for (Object part : says) {
            h = (h ^ ':' ^ (long) code(part) << 8) * PRIME;
            h ^= h >>> 32;
        }
        put(mix(h), value);
        return this;
    }

    // A string keeps its hash, so a name costs nothing the second time.
    private static int code(Object part) {
        return part == null ? -1 : part instanceof Enum<?> constant ? constant.ordinal() : part.hashCode();
    }

    /**
     * Every run of {@code shortest} to {@code longest} characters, with a sign for beginning and end, each counted once.
     * Together they have length {@code weight}, so that long texts shout no louder than short ones.
     *
     * @param block keeps the grams of one text apart from those of another
     */
    public Features addGrams(String block, CharSequence text, int shortest, int longest, float weight) {
        long salt = hash(OFFSET, block);
        int from = size;
        int length = text.length() + 2;
        for (int n = shortest; n <= longest; n++) {
            for (int i = 0; i + n <= length && size - from < MOST_GRAMS; i++) {
                long h = salt;
                for (int k = i; k < i + n; k++) {
                    char c = k == 0 ? '^' : k == length - 1 ? '$' : text.charAt(k - 1);
                    h = (h ^ c) * PRIME;
                }
                put(mix(h), 1f);
            }
        }
        dropDoubles(from);
        float each = size == from ? 0 : weight / (float) Math.sqrt(size - from);
        Arrays.fill(values, from, size, each);
        return this;
    }

    private void dropDoubles(int from) {
        Arrays.sort(names, from, size);
        int kept = from;
        for (int i = from; i < size; i++) {
            if (i == from || names[i] != names[i - 1]) {
                names[kept++] = names[i];
            }
        }
        size = kept;
    }

    public Features addAll(Features others) {
        for (int i = 0; i < others.size; i++) {
            put(others.names[i], others.values[i]);
        }
        return this;
    }

    public Features copy() {
        Features copy = new Features();
        copy.names = Arrays.copyOf(names, Math.max(64, size));
        copy.values = Arrays.copyOf(values, Math.max(64, size));
        copy.size = size;
        return copy;
    }

    public int size() {
        return size;
    }

    long name(int i) {
        return names[i];
    }

    float value(int i) {
        return values[i];
    }

    private void put(long name, float value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    private static long hash(long h, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * PRIME;
        }
        return h;
    }

    private static long mix(long h) {
        h ^= h >>> 32;
        h *= 0x9E3779B97F4A7C15L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }
}

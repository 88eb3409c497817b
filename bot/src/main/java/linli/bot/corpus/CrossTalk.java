package linli.bot.corpus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import linli.bot.thread.Action;

/**
 * Lays plain chat between the lines of threads that ask something. Writers label one story at a time, so their files teach
 * that after chat comes chat and that a request follows on silence; in a group everybody talks at once. The same lines,
 * interrupted, halve what is wrongly put to a trouble amid chat.
 */
final class CrossTalk {

    /** Of two threads of chat one stays whole: most groups chat most of the time. */
    private static final double LAID_BETWEEN = 0.5;
    private static final int LONGEST_PIECE = 5;
    private static final Duration PAUSE = Duration.ofSeconds(40);
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    private CrossTalk() {
    }

    /** The threads in their order, some with chat between their lines, less the chat that went there. Always the same for the same threads. */
    static List<CorpusThread> amid(List<CorpusThread> threads) {
        return new CrossTalk().interrupt(threads);
    }

    private List<CorpusThread> interrupt(List<CorpusThread> threads) {
        List<List<CorpusLine>> pieces = new ArrayList<>();
        List<CorpusThread> staying = new ArrayList<>();
        for (CorpusThread thread : threads) {
            if (isChat(thread) && random.nextDouble() < LAID_BETWEEN) {
                cut(thread.lines(), pieces);
            } else {
                staying.add(thread);
            }
        }
        Collections.shuffle(pieces, random);
        long asking = staying.stream().filter(Predicate.not(CrossTalk::isChat)).count();
        List<CorpusThread> interrupted = new ArrayList<>();
        int used = 0;
        for (CorpusThread thread : staying) {
            boolean here = !isChat(thread) && used < pieces.size() && random.nextDouble() * asking < pieces.size();
            interrupted.add(here ? new CorpusThread(thread.file(), thread.group(), between(thread.lines(), pieces.get(used++))) : thread);
        }
        return interrupted;
    }

    private static boolean isChat(CorpusThread thread) {
        return thread.lines().stream().allMatch(line -> line.step().action() == Action.IGNORE && !line.staff());
    }

    private void cut(List<CorpusLine> chat, List<List<CorpusLine>> pieces) {
        int from = 0;
        while (from < chat.size()) {
            int to = Math.min(chat.size(), from + 1 + random.nextInt(LONGEST_PIECE));
            pieces.add(chat.subList(from, to));
            from = to;
        }
    }

    /** Each line of chat comes before, between or after the others by chance; both keep their own order. */
    private List<CorpusLine> between(List<CorpusLine> lines, List<CorpusLine> chat) {
        int[] after = random.ints(chat.size(), 0, lines.size() + 1).sorted().toArray();
        List<CorpusLine> all = new ArrayList<>();
        int taken = 0;
        for (int place = 0; place <= lines.size(); place++) {
            int first = taken;
            while (taken < after.length && after[taken] == place) {
                taken++;
            }
            List<CorpusLine> here = chat.subList(first, taken);
            for (int i = 0; i < here.size(); i++) {
                all.add(here.get(i).saidAt(time(lines, place, i, here.size())));
            }
            if (place < lines.size()) {
                all.add(lines.get(place));
            }
        }
        return all;
    }

    private static Instant time(List<CorpusLine> lines, int place, int index, int count) {
        if (place == 0) {
            return lines.get(0).at().minus(PAUSE.multipliedBy(count - index));
        }
        Instant before = lines.get(place - 1).at();
        if (place == lines.size()) {
            return before.plus(PAUSE.multipliedBy(index + 1L));
        }
        return before.plus(Duration.between(before, lines.get(place).at()).multipliedBy(index + 1L).dividedBy(count + 1L));
    }
}

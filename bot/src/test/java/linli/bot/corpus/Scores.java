package linli.bot.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Span;
import linli.bot.thread.Action;

/** Compares readings with the corpus' labels; where a careful reader could answer differently, either answer is right. */
final class Scores {

    private static final Set<Span.Label> NUMBERED = Set.of(Span.Label.BUILDING, Span.Label.UNIT, Span.Label.FLOOR, Span.Label.ROOM);

    final Rate requests = new Rate();
    final Rate urgent = new Rate();
    final Rate spans = new Rate();
    private final Map<String, Set<Integer>> told = new HashMap<>();
    private final Map<String, Set<Integer>> put = new HashMap<>();
    private int lines;
    private int about;
    private int aboutRight;
    private int quiet;
    private int disturbed;

    /** True and false positives, and what was missed. */
    static final class Rate {

        private int right;
        private int wrong;
        private int missed;

        void take(boolean gold, boolean read) {
            right += gold && read ? 1 : 0;
            wrong += !gold && read ? 1 : 0;
            missed += gold && !read ? 1 : 0;
        }

        double precision() {
            return (double) right / Math.max(1, right + wrong);
        }

        double recall() {
            return (double) right / Math.max(1, right + missed);
        }

        double f1() {
            return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return String.format("P %.3f R %.3f F1 %.3f (%d)", precision(), recall(), f1(), right + missed);
        }
    }

    void take(CorpusThread thread, CorpusLine line, Read read) {
        boolean either = line.intents().stream().map(Intent::isRequest).distinct().count() > 1;
        if (!either) {
            requests.take(line.intent().isRequest(), read.intent().isRequest());
        }
        if (!line.urgentOpen()) {
            urgent.take(line.urgent(), read.urgent());
        }
        if (line.category() != null) {
            about++;
            aboutRight += line.categories().contains(read.category()) ? 1 : 0;
        }
        takeSpans(line.spans(), read.spans());
        boolean mayRest = line.steps().stream().anyMatch(step -> step.action() == Action.IGNORE);
        boolean nowhere = line.step().ticket() == null || mayRest && read.ticket() == null;
        int id = lines++;
        told.computeIfAbsent(nowhere ? "line " + id : thread.hashCode() + "." + line.step().ticket(), k -> new HashSet<>()).add(id);
        put.computeIfAbsent(read.ticket() == null ? "line " + id : read.ticket(), k -> new HashSet<>()).add(id);
        if (nowhere) {
            quiet++;
            disturbed += read.ticket() == null ? 0 : 1;
        }
    }

    private void takeSpans(List<Span> gold, List<Span> read) {
        List<String> wanted = new ArrayList<>();
        gold.stream().filter(span -> NUMBERED.contains(span.label())).forEach(span -> wanted.add(span.label() + span.text()));
        for (Span span : read) {
            if (NUMBERED.contains(span.label())) {
                spans.take(wanted.remove(span.label() + span.text()), true);
            }
        }
        wanted.forEach(missed -> spans.take(true, false));
    }

    double category() {
        return (double) aboutRight / about;
    }

    /** Pairs of lines that belong to the same ticket. */
    Rate pairs() {
        Rate rate = new Rate();
        Set<Long> gold = pairsOf(told);
        Set<Long> read = pairsOf(put);
        read.forEach(pair -> rate.take(gold.contains(pair), true));
        gold.stream().filter(pair -> !read.contains(pair)).forEach(pair -> rate.take(true, false));
        return rate;
    }

    private static Set<Long> pairsOf(Map<String, Set<Integer>> groups) {
        Set<Long> pairs = new HashSet<>();
        for (Set<Integer> group : groups.values()) {
            for (int a : group) {
                for (int b : group) {
                    if (a < b) {
                        pairs.add((long) a << 32 | b);
                    }
                }
            }
        }
        return pairs;
    }

    /** Share of the lines that belong to no ticket and were put to one. */
    double disturbed() {
        return (double) disturbed / Math.max(1, quiet);
    }

    /** What was made of a line. */
    record Read(Intent intent, linli.bot.parsing.Category category, boolean urgent, List<Span> spans, String ticket) {
        Read {
            Objects.requireNonNull(intent);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%d lines%nrequests       %s%ncategory       %.3f of %d%nurgent         %s%nplaces         %s%nsame ticket    %s%nchat disturbed %.3f of %d%n",
                lines, requests, category(), about, urgent, spans, pairs(), disturbed(), quiet);
    }
}

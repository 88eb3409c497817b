package linli.bot.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import linli.bot.learn.Features;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Understanding;

/** What the thread says about a line, as features: who spoke before, and how well the line fits each open trouble. */
final class ThreadFacts {

    private static final int MOST_GRAMS = 60;
    private static final int BEST_AMONG = 6;

    private final Said said;
    private final Understanding line;
    private final Map<String, Double> categories;
    private final ThreadState state;
    private final List<Topic> topics;
    private final List<Fit> fits;
    private final Set<Integer> grams;
    private final Set<Integer> quoted;
    private final String likeliest;
    private final Turn ownTurn;
    /** Of how many topics the speaker is a voice. */
    private final long voiced;

    /** How well the line fits a topic; compared with every other topic's, so worked out once. */
    private record Fit(Topic topic, int rank, int shared, double fitting, String words, String places) {
    }

    /** @param categories how likely each category is by the line's own words */
    ThreadFacts(Said said, Understanding line, Map<String, Double> categories, ThreadState state) {
        this.said = said;
        this.line = line;
        this.categories = categories;
        this.state = state;
        this.topics = state.reachable(said.at()).stream().filter(this::mayJoin).toList();
        this.grams = Grams.of(line.words(), MOST_GRAMS);
        this.quoted = Grams.of(quotes(), MOST_GRAMS);
        this.likeliest = categories.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(ThreadReader.NO_CATEGORY);
        this.ownTurn = state.turns().stream().filter(turn -> turn.speaker().equals(said.speaker())).findFirst().orElse(null);
        this.voiced = topics.stream().filter(topic -> topic.voices().contains(said.speaker())).count();
        this.fits = IntStream.range(0, topics.size()).mapToObj(this::fit).toList();
    }

    List<Topic> topics() {
        return topics;
    }

    /** Another building is another trouble, however alike they sound. */
    private boolean mayJoin(Topic topic) {
        return !apart(line.place().buildings(), topic.place().buildings());
    }

    /** Adds what helps to tell what the line does. */
    void addTo(Features f) {
        boolean brief = line.words().length() <= 14;
        f.add("topics", Math.min(3, topics.size()));
        if (said.staff()) {
            f.add("by-staff");
            f.add("by-staff", topics.isEmpty() ? "none" : age(topics.get(0).last()));
        }
        Turn before = state.turns().isEmpty() ? null : state.turns().get(0);
        if (before == null || age(before.at()) >= 7) {
            f.add("before:nothing");
        } else {
            boolean same = before.speaker().equals(said.speaker());
            f.add("before", before.action(), same, Math.min(4, age(before.at())));
            f.add("before", before.action(), same);
            f.add("before-staff", before.staff());
            f.add("before", before.action(), same, brief);
        }
        if (ownTurn == null || age(ownTurn.at()) >= 7) {
            f.add("own:none");
        } else {
            f.add("own", ownTurn.action(), Math.min(5, age(ownTurn.at())));
        }
        f.weigh(0.5f, "likeliest", likeliest);
        if (!fits.isEmpty()) {
            addNewest(f, fits.get(0), brief);
            addBest(f, best());
        }
        if (!quoted.isEmpty()) {
            f.add("quotes-topic", topics.stream().anyMatch(this::isQuoted));
        }
        if (calls()) {
            f.add("calls-voice", topics.stream().anyMatch(this::isCalled));
        }
    }

    private void addNewest(Features f, Fit fit, boolean brief) {
        Topic newest = fit.topic;
        int age = age(newest.last());
        boolean mine = newest.opener().equals(said.speaker());
        f.add("newest-age", age);
        f.add("newest-age", age, brief);
        f.add("newest-done", newest.done());
        f.add("newest-mine", mine, newest.done());
        f.add("newest-voice", newest.voices().contains(said.speaker()), Math.min(5, age));
        f.add("newest-fits", fit.words, Math.min(5, age));
        f.add("newest-intent", newest.intent(), mine, Math.min(4, age));
        f.add("newest-category", newest.category());
        f.add("newest-urgent", newest.urgent(), Math.min(4, age));
    }

    private void addBest(Features f, Fit fit) {
        Topic best = fit.topic;
        int age = age(best.last());
        boolean mine = best.opener().equals(said.speaker());
        f.add("best-fits", fit.words, Math.min(5, age));
        f.add("best-fits", fit.words, line.level() != Level.CHAT);
        f.add("best-place", fit.places, fit.words);
        f.add("best-shares", Math.min(3, fit.shared));
        f.add("best-intent", best.intent(), mine);
        f.add("best-intent", best.intent(), mine, fit.words, Math.min(4, age));
    }

    /**
     * What is known once it is decided what the line does.
     *
     * @param joined the trouble it belongs to, null when it opens one or belongs to none
     */
    Features decided(Action action, Topic joined) {
        Features f = new Features();
        f.add("does", action);
        f.add("does", action, line.level());
        if (joined != null) {
            boolean mine = joined.opener().equals(said.speaker());
            f.add("joins", joined.intent(), action);
            f.add("joins", joined.intent(), action, mine);
            f.add("joins-category", joined.category(), action);
            f.add("joins-urgent", joined.urgent(), action);
            f.add("joins-urgent-age", joined.urgent(), Math.min(5, age(joined.last())), joined.done());
            f.add("joins-urgent-level", joined.urgent(), line.level());
        }
        return f;
    }

    /** What helps to tell whether the line, if it follows at all, follows this topic. */
    Features link(Topic topic) {
        Fit fit = fits.get(topics.indexOf(topic));
        Features f = new Features();
        int age = age(topic.last());
        f.add("rank", Math.min(4, fit.rank));
        f.add("age", age);
        f.add("rank", Math.min(2, fit.rank), Math.min(5, age));
        f.add("opened", age(topic.opened()));
        boolean opener = topic.opener().equals(said.speaker());
        boolean voice = topic.voices().contains(said.speaker());
        f.add("opener", opener, line.followUp());
        f.add("opener-age", opener, Math.min(5, age));
        f.add("voice", voice);
        f.add("voice", voice, voiced - (voice ? 1 : 0) > 0);
        f.add("fit", fit.words);
        f.add("fit", fit.words, Math.min(2, fit.rank));
        f.add("fit-best", fits.stream().noneMatch(other -> other.fitting > fit.fitting));
        f.weigh((float) Math.min(1, fit.fitting), "share");
        f.add("shares", Math.min(4, fit.shared));
        f.add("shares-most", fit.shared > 0 && fits.stream().noneMatch(other -> other != fit && other.shared >= fit.shared));
        f.add("place", fit.places);
        f.add("place", fit.places, fit.words);
        f.add("done", topic.done(), line.followUp());
        f.add("done", topic.done(), said.staff());
        f.add("urgent", topic.urgent(), said.staff());
        f.add("staff", said.staff(), Math.min(5, age));
        f.add("only", topics.size() == 1);
        if (!quoted.isEmpty()) {
            f.add("quoted", isQuoted(topic));
        }
        if (calls()) {
            f.add("called", isCalled(topic));
        }
        Turn before = state.turns().isEmpty() ? null : state.turns().get(0);
        f.add("turn-before", before != null && topic.id().equals(before.topic()), before != null && before.topic() != null);
        if (ownTurn == null) {
            f.add("own-turn:none");
        } else {
            f.add("own-turn", topic.id().equals(ownTurn.topic()), ownTurn.topic() != null);
        }
        f.add("always");
        return f;
    }

    private Fit best() {
        Fit best = fits.get(0);
        for (Fit fit : fits.subList(0, Math.min(BEST_AMONG, fits.size()))) {
            if (fit.fitting > best.fitting) {
                best = fit;
            }
        }
        return best;
    }

    private Fit fit(int rank) {
        Topic topic = topics.get(rank);
        boolean kind = line.troubles().stream().anyMatch(t -> t.kind().equals(topic.kind()));
        int shared = Grams.shared(grams, topic.grams());
        double likely = topic.category() == null ? 0 : categories.getOrDefault(topic.category().name(), 0.0);
        double fitting = likely + (kind ? 0.5 : 0) + Math.min(3, shared) * 0.1;
        return new Fit(topic, rank, shared, fitting, words(topic, kind, likely), places(topic));
    }

    /** In two letters: how the rules' finding fits the topic, and how the words do. */
    private String words(Topic topic, boolean kind, double likely) {
        boolean category = line.troubles().stream().anyMatch(t -> t.category() == topic.category());
        String rules = line.troubles().isEmpty() ? "0" : kind ? "k" : category ? "c" : "x";
        boolean aboutNone = likeliest.equals(ThreadReader.NO_CATEGORY) || categories.getOrDefault(ThreadReader.NO_CATEGORY, 0.0) > 0.4;
        boolean likeliestOfAll = topic.category() != null && topic.category().name().equals(likeliest);
        return rules + (likeliestOfAll ? "b" : likely > 0.15 ? "m" : aboutNone ? "n" : "o");
    }

    private String places(Topic topic) {
        Place own = line.place();
        Place of = topic.place();
        if (own.isNowhere()) {
            return "none";
        }
        boolean differs = apart(own.buildings(), of.buildings()) || apart(own.units(), of.units());
        boolean agrees = meet(own.buildings(), of.buildings()) || own.spot() != null && own.spot().equals(of.spot());
        return differs ? "apart" : agrees ? "same" : "other";
    }

    private static boolean apart(List<String> a, List<String> b) {
        return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
    }

    private static boolean meet(List<String> a, List<String> b) {
        return !a.isEmpty() && !b.isEmpty() && !Collections.disjoint(a, b);
    }

    private String quotes() {
        String text = said.words().text();
        int close = text.startsWith("「") ? text.indexOf('」') : -1;
        return close < 0 ? "" : text.substring(1, close);
    }

    private boolean isQuoted(Topic topic) {
        return Grams.shared(quoted, topic.grams()) * 3 >= quoted.size();
    }

    private boolean calls() {
        return said.words().text().indexOf('@') >= 0;
    }

    private boolean isCalled(Topic topic) {
        String text = said.words().text();
        return topic.nicknames().stream().anyMatch(name -> !name.isEmpty() && text.contains("@" + name));
    }

    /** A bucket of how long ago: within a minute 0, 3 minutes 1, 10, 30, 2 hours, 6, 18, longer 7. */
    private int age(Instant then) {
        long minutes = Duration.between(then, said.at()).toMinutes();
        return minutes < 1 ? 0 : minutes < 3 ? 1 : minutes < 10 ? 2 : minutes < 30 ? 3 : minutes < 120 ? 4 : minutes < 360 ? 5 : minutes < 1080 ? 6 : 7;
    }
}

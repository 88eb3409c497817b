package linli.bot.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.bot.learn.Features;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Understanding;

/** What the thread says about a line, as features: who spoke before, and how well the line fits each open trouble. */
final class ThreadFacts {

    private final Said said;
    private final Understanding line;
    private final Map<String, Double> categories;
    private final ThreadState state;
    private final List<Topic> topics;
    private final Set<Integer> grams;
    private final String likeliest;

    /** @param categories how likely each category is by the line's own words */
    ThreadFacts(Said said, Understanding line, Map<String, Double> categories, ThreadState state) {
        this.said = said;
        this.line = line;
        this.categories = categories;
        this.state = state;
        this.topics = state.reachable(said.at()).stream().filter(this::mayJoin).toList();
        this.grams = Grams.of(line.words(), 60);
        this.likeliest = categories.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("NONE");
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
        f.add("topics:" + Math.min(3, topics.size()));
        if (said.staff()) {
            f.add("by-staff");
            f.add("by-staff:" + (topics.isEmpty() ? "none" : age(topics.get(0).last())));
        }
        Turn before = state.turns().isEmpty() ? null : state.turns().get(0);
        if (before == null || age(before.at()) >= 7) {
            f.add("before:nothing");
        } else {
            boolean same = before.speaker().equals(said.speaker());
            f.add("before:" + before.action() + ":" + same + ":" + Math.min(4, age(before.at())));
            f.add("before:" + before.action() + ":" + same);
            f.add("before-staff:" + before.staff());
            f.add("before:" + before.action() + ":" + same + ":" + brief);
        }
        Turn own = state.turns().stream().filter(turn -> turn.speaker().equals(said.speaker())).findFirst().orElse(null);
        f.add("own:" + (own == null || age(own.at()) >= 7 ? "none" : own.action() + ":" + Math.min(5, age(own.at()))));
        f.add("likeliest:" + likeliest, 0.5f);
        if (!topics.isEmpty()) {
            Topic newest = topics.get(0);
            Topic best = best();
            f.add("newest-age:" + age(newest.last()));
            f.add("newest-age:" + age(newest.last()) + ":" + brief);
            f.add("newest-done:" + newest.done());
            f.add("newest-mine:" + newest.opener().equals(said.speaker()) + ":" + newest.done());
            f.add("newest-voice:" + newest.voices().contains(said.speaker()) + ":" + Math.min(5, age(newest.last())));
            f.add("newest-fits:" + fit(newest) + ":" + Math.min(5, age(newest.last())));
            f.add("best-fits:" + fit(best) + ":" + Math.min(5, age(best.last())));
            f.add("best-fits:" + fit(best) + ":" + (line.level() != Level.CHAT));
            f.add("best-place:" + places(best) + ":" + fit(best));
            f.add("best-shares:" + Math.min(3, Grams.shared(grams, best.grams())));
            boolean mine = best.opener().equals(said.speaker());
            f.add("best-intent:" + best.intent() + ":" + mine);
            f.add("best-intent:" + best.intent() + ":" + mine + ":" + fit(best) + ":" + Math.min(4, age(best.last())));
            f.add("newest-intent:" + newest.intent() + ":" + newest.opener().equals(said.speaker()) + ":" + Math.min(4, age(newest.last())));
            f.add("newest-category:" + newest.category());
            f.add("newest-urgent:" + newest.urgent() + ":" + Math.min(4, age(newest.last())));
        }
        if (quotes().length() > 0) {
            f.add("quotes-topic:" + topics.stream().anyMatch(this::isQuoted));
        }
        if (said.words().text().indexOf('@') >= 0) {
            f.add("calls-voice:" + topics.stream().anyMatch(this::isCalled));
        }
    }

    /**
     * What is known once it is decided what the line does.
     *
     * @param joined the trouble it belongs to, null when it opens one or belongs to none
     */
    Features decided(Action action, Topic joined) {
        Features f = new Features();
        f.add("does:" + action);
        f.add("does:" + action + ":" + line.level());
        if (joined != null) {
            boolean mine = joined.opener().equals(said.speaker());
            f.add("joins:" + joined.intent() + ":" + action);
            f.add("joins:" + joined.intent() + ":" + action + ":" + mine);
            f.add("joins:" + joined.category() + ":" + action);
            f.add("joins-urgent:" + joined.urgent() + ":" + action);
            f.add("joins-urgent:" + joined.urgent() + ":" + Math.min(5, age(joined.last())) + ":" + joined.done());
            f.add("joins-urgent:" + joined.urgent() + ":" + line.level());
        }
        return f;
    }

    /** What helps to tell whether the line, if it follows at all, follows this topic. */
    Features link(Topic topic) {
        Features f = new Features();
        int rank = topics.indexOf(topic);
        int age = age(topic.last());
        f.add("rank:" + Math.min(4, rank));
        f.add("age:" + age);
        f.add("rank:" + Math.min(2, rank) + ":age:" + Math.min(5, age));
        f.add("opened:" + age(topic.opened()));
        boolean opener = topic.opener().equals(said.speaker());
        boolean voice = topic.voices().contains(said.speaker());
        f.add("opener:" + opener + ":" + (line.followUp()));
        f.add("voice:" + voice);
        f.add("opener:" + opener + ":" + Math.min(5, age));
        boolean voiceElsewhere = topics.stream().anyMatch(t -> t != topic && t.voices().contains(said.speaker()));
        f.add("voice:" + voice + ":elsewhere:" + voiceElsewhere);
        String fit = fit(topic);
        f.add("fit:" + fit);
        f.add("fit:" + fit + ":" + Math.min(2, rank));
        f.add("fit-best:" + topics.stream().noneMatch(t -> t != topic && fitting(t) > fitting(topic)));
        f.add("share", (float) Math.min(1, fitting(topic)));
        int shared = Grams.shared(grams, topic.grams());
        f.add("shares:" + Math.min(4, shared));
        boolean mostShared = shared > 0 && topics.stream().noneMatch(t -> t != topic && Grams.shared(grams, t.grams()) >= shared);
        f.add("shares-most:" + mostShared);
        f.add("place:" + places(topic));
        f.add("place:" + places(topic) + ":" + fit);
        f.add("done:" + topic.done() + ":" + line.followUp());
        f.add("done:" + topic.done() + ":" + said.staff());
        f.add("urgent:" + topic.urgent() + ":" + said.staff());
        f.add("staff:" + said.staff() + ":" + Math.min(5, age));
        f.add("only:" + (topics.size() == 1));
        if (quotes().length() > 0) {
            f.add("quoted:" + isQuoted(topic));
        }
        if (said.words().text().indexOf('@') >= 0) {
            f.add("called:" + isCalled(topic));
        }
        Turn before = state.turns().isEmpty() ? null : state.turns().get(0);
        f.add("turn-before:" + (before != null && topic.id().equals(before.topic())) + ":" + (before != null && before.topic() != null));
        Turn own = state.turns().stream().filter(turn -> turn.speaker().equals(said.speaker())).findFirst().orElse(null);
        f.add("own-turn:" + (own == null ? "none" : topic.id().equals(own.topic()) + ":" + (own.topic() != null)));
        f.add("always");
        return f;
    }

    private Topic best() {
        Topic best = topics.get(0);
        for (Topic topic : topics.subList(0, Math.min(6, topics.size()))) {
            if (fitting(topic) > fitting(best)) {
                best = topic;
            }
        }
        return best;
    }

    private double fitting(Topic topic) {
        double words = topic.category() == null ? 0 : categories.getOrDefault(topic.category().name(), 0.0);
        boolean kind = line.troubles().stream().anyMatch(t -> t.kind().equals(topic.kind()));
        return words + (kind ? 0.5 : 0) + Math.min(3, Grams.shared(grams, topic.grams())) * 0.1;
    }

    private String fit(Topic topic) {
        boolean kind = line.troubles().stream().anyMatch(t -> t.kind().equals(topic.kind()));
        boolean category = line.troubles().stream().anyMatch(t -> t.category() == topic.category());
        String rules = line.troubles().isEmpty() ? "0" : kind ? "k" : category ? "c" : "x";
        double p = topic.category() == null ? 0 : categories.getOrDefault(topic.category().name(), 0.0);
        double none = categories.getOrDefault("NONE", 0.0);
        String words = topic.category() != null && topic.category().name().equals(likeliest) ? "b" : p > 0.15 ? "m" : none > 0.4 || "NONE".equals(likeliest) ? "n" : "o";
        return rules + words;
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
        Set<Integer> quoted = Grams.of(quotes(), 60);
        return !quoted.isEmpty() && Grams.shared(quoted, topic.grams()) * 3 >= quoted.size();
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

    static Category categoryOf(String label) {
        return "NONE".equals(label) ? null : Category.valueOf(label);
    }
}

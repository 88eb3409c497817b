package linli.bot.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import linli.bot.parsing.Place;
import linli.bot.parsing.Understanding;

/**
 * What a reader must remember of one group: the troubles spoken of lately and the last few lines. Immutable and bounded,
 * so a line costs the same in a group of ten years as in a new one.
 *
 * @param topics latest spoken of first
 * @param turns latest first
 */
public record ThreadState(List<Topic> topics, List<Turn> turns) {

    /** Nobody comes back to a trouble after this long without naming it. */
    public static final Duration REACH = Duration.ofHours(36);
    /** Who goes on speaking after so long says the same thing. */
    private static final Duration BREATH = Duration.ofSeconds(60);
    public static final int MOST_TOPICS = 12;
    public static final int MOST_TURNS = 8;
    private static final int MOST_PERSONS = 40;
    private static final int MOST_GRAMS = 160;

    public static final ThreadState EMPTY = new ThreadState(List.of(), List.of());

    public ThreadState {
        topics = List.copyOf(topics);
        turns = List.copyOf(turns);
    }

    /** The topics within reach at a time. */
    public List<Topic> reachable(Instant now) {
        return topics.stream().filter(topic -> !topic.last().plus(REACH).isBefore(now)).toList();
    }

    /**
     * What somebody has just begun to say: the last of this person's lines, said within a breath of each other, that belong
     * to nothing so far. Earliest first.
     */
    List<String> begun(String speaker, Instant now) {
        LinkedList<String> begun = new LinkedList<>();
        Instant next = now;
        for (Turn turn : turns) {
            if (turn.speaker().equals(speaker)) {
                if (turn.words() == null || turn.at().plus(BREATH).isBefore(next)) {
                    break;
                }
                begun.addFirst(turn.words());
                next = turn.at();
            }
        }
        return begun;
    }

    /**
     * The state after a line.
     *
     * @param topicId the caller's id of the trouble that the line opened or joined; null when it belongs to none
     */
    public ThreadState after(Said said, ThreadReading reading, String topicId) {
        List<Topic> next = new ArrayList<>();
        if (topicId != null) {
            Topic before = topics.stream().filter(topic -> topic.id().equals(topicId)).findFirst().orElse(null);
            next.add(before == null ? opened(said, reading, topicId) : joined(before, said, reading));
        }
        topics.stream().filter(topic -> !topic.id().equals(topicId)).limit(MOST_TOPICS - next.size()).forEach(next::add);
        List<Turn> latest = new ArrayList<>();
        latest.add(Turn.of(said, reading, topicId));
        Instant forgotten = said.at().minus(BREATH.multipliedBy(3));
        turns.stream().limit(MOST_TURNS - 1L).map(turn -> turn.at().isBefore(forgotten) ? turn.wordless() : turn).forEach(latest::add);
        return new ThreadState(next, latest);
    }

    private static Topic opened(Said said, ThreadReading reading, String id) {
        Understanding line = reading.line();
        Place place = line.troubles().isEmpty() ? line.place() : line.troubles().get(0).place();
        String kind = line.troubles().isEmpty() ? null : line.troubles().get(0).kind();
        return new Topic(id, reading.category(), kind, reading.intent(), place, reading.urgent(), false, said.speaker(), said.at(), said.at(),
                Set.of(said.speaker()), Set.of(said.nickname()), Grams.of(line.words(), MOST_GRAMS));
    }

    private static Topic joined(Topic topic, Said said, ThreadReading reading) {
        Action action = reading.action();
        boolean done = action == Action.DONE || topic.done() && action != Action.REOPEN && action != Action.OPEN;
        boolean urgent = !done && (topic.urgent() || reading.urgent());
        Place place = said.staff() ? topic.place() : completed(topic.place(), reading.line().place());
        return new Topic(topic.id(), topic.category(), topic.kind(), topic.intent(), place, urgent, done, topic.opener(), topic.opened(), said.at(),
                with(topic.voices(), said.speaker(), MOST_PERSONS), with(topic.nicknames(), said.nickname(), MOST_PERSONS),
                union(topic.grams(), Grams.of(reading.line().words(), MOST_GRAMS)));
    }

    private static Place completed(Place known, Place said) {
        return new Place(
                known.buildings().isEmpty() ? said.buildings() : known.buildings(),
                known.units().isEmpty() ? said.units() : known.units(),
                known.floor() == null ? said.floor() : known.floor(),
                known.room() == null ? said.room() : known.room(),
                known.spot() == null ? said.spot() : known.spot());
    }

    private static Set<String> with(Set<String> some, String one, int most) {
        if (some.size() >= most || some.contains(one)) {
            return some;
        }
        Set<String> more = new HashSet<>(some);
        more.add(one);
        return more;
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> both = new HashSet<>(a);
        for (Integer gram : b) {
            if (both.size() >= MOST_GRAMS) {
                break;
            }
            both.add(gram);
        }
        return both;
    }
}

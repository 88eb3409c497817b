package linli.bot.thread;

import java.util.List;
import java.util.Map;
import linli.bot.learn.Features;
import linli.bot.learn.LinearModel;
import linli.bot.parsing.Category;
import linli.bot.parsing.Context;
import linli.bot.parsing.Level;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Place;
import linli.bot.parsing.Understanding;

/** Reads lines in their thread. Thread-safe; what it must remember is passed in and out. */
public final class ThreadReader {

    /** Names of the model's classifiers. */
    public static final String CATEGORY = "category";
    public static final String ACTION = "action";
    public static final String INTENT = "intent";
    public static final String URGENT = "urgent";
    public static final String LINK = "link";
    /** The category of what is about none. */
    public static final String NO_CATEGORY = "NONE";

    /** What the group spoke of last; nobody comes back to the seventh without naming it, and who names it opens it again. */
    static final int TOPICS_COMPARED = 6;

    private final Parser parser;
    private final LinearModel model;

    public ThreadReader(Parser parser, LinearModel model) {
        this.parser = parser;
        this.model = model;
    }

    /** Version of the model, for the reading's record. */
    public String version() {
        return model.version();
    }

    /** Reads a line that was said in a group in this state. */
    public ThreadReading read(Said said, ThreadState state) {
        ThreadReading alone = readAlone(said, state);
        boolean sure = alone.action().follows() || alone.line().level().compareTo(Level.CANDIDATE) > 0 || alone.line().command() != null;
        List<String> begun = sure || said.staff() ? List.of() : state.begun(said.speaker(), said.at());
        if (begun.isEmpty()) {
            return alone;
        }
        Said whole = said.saying(String.join(" ", begun) + " " + alone.line().words());
        ThreadReading together = readAlone(whole, state);
        boolean tells = together.action() == Action.OPEN && together.line().level().compareTo(Level.CANDIDATE) > 0;
        return tells ? together.after(begun.size(), together.line().at(alone.line().spans())) : alone;
    }

    private ThreadReading readAlone(Said said, ThreadState state) {
        Understanding line = understand(parser, said, state);
        LinearModel.Scores scores = model.score(LineFacts.of(said, line));
        Map<String, Double> categories = scores.of(CATEGORY);
        ThreadFacts thread = new ThreadFacts(said, line, categories, state);
        Features around = new Features();
        thread.addTo(around);
        scores = scores.plus(around);

        Topic joined = Decision.mayFollow(scores) ? likeliest(thread) : null;
        ThreadReading reading = new Decision(said, line, scores, thread, joined).reading(categories);
        boolean talkedDown = line.level() == Level.TICKET && reading.action() == Action.IGNORE && !state.turns().isEmpty();
        return talkedDown ? inDoubt(said, state, reading) : reading;
    }

    /**
     * Where everybody chats, what the rules are sure of looks like chat too. If the same words would be a request as the
     * first of the day, staff look at them; the group hears nothing.
     */
    private ThreadReading inDoubt(Said said, ThreadState state, ThreadReading reading) {
        ThreadReading first = readAlone(said, new ThreadState(state.topics(), List.of()));
        return first.action() == Action.OPEN ? first.as(first.line().as(Level.CANDIDATE, first.category(), first.urgent())) : reading;
    }

    /** The topic that the line belongs to if it belongs to any; null when none is in reach. */
    private Topic likeliest(ThreadFacts thread) {
        Topic likeliest = null;
        double most = 0;
        for (Topic topic : thread.topics().subList(0, Math.min(TOPICS_COMPARED, thread.topics().size()))) {
            double likely = model.likelihood(LINK, thread.link(topic));
            if (likely > most) {
                most = likely;
                likeliest = topic;
            }
        }
        return likeliest;
    }

    /** How likely each category is by the words alone, for the screen that explains a reading. */
    public Map<String, Double> categories(Said said, ThreadState state) {
        return model.score(LineFacts.of(said, understand(parser, said, state))).of(CATEGORY);
    }

    static Understanding understand(Parser parser, Said said, ThreadState state) {
        Place nickname = said.staff() ? Place.NOWHERE : parser.placeOf(said.nickname());
        Category open = state.reachable(said.at()).stream().findFirst().map(Topic::category).orElse(null);
        return parser.understand(said.words(), new Context(said.building(), said.staff(), nickname, open));
    }
}

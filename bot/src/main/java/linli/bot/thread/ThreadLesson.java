package linli.bot.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.bot.learn.Features;
import linli.bot.learn.LinearModel;
import linli.bot.learn.LinearTrainer;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Understanding;

/** Gathers labelled threads and learns the reader's model from them. */
public final class ThreadLesson {

    /** How far the examples are trusted (liblinear's C), found on the held-out threads. */
    private static final double COST = 1;
    private static final double CATEGORY_COST = 0.2;
    private static final int FOLDS = 2;
    /** One in so many threads shows what is about no category; more only takes time. */
    private static final int CHAT_SAMPLED = 3;
    private static final int SHORTEST_TELLING = 8;

    private final Parser parser;
    private final List<Lesson> lessons = new ArrayList<>();
    private final Map<String, ThreadState> states = new HashMap<>();
    private String group;
    private int thread;

    /** A line with everything that is known of it, and the state it was said in. */
    private record Lesson(int thread, Said said, Understanding line, ThreadState state, Features words, Action action, String topic,
            Intent intent, Category category, boolean urgent) {
    }

    public ThreadLesson(Parser parser) {
        this.parser = parser;
    }

    /** The following lines belong together; they come after earlier threads of the same group. */
    public void beginThread(String group) {
        this.group = group;
        thread++;
    }

    /** @param ticket number of the ticket within the thread, null when the line belongs to none */
    public void add(Said said, Action action, String ticket, Intent intent, Category category, boolean urgent) {
        ThreadState state = states.getOrDefault(group, ThreadState.EMPTY);
        Understanding line = ThreadReader.understand(parser, said, state);
        String topic = ticket == null ? null : thread + "." + ticket;
        lessons.add(new Lesson(thread, said, line, state, LineFacts.of(said, line), action, topic, intent, category, urgent));
        Category told = action.follows() ? state.topics().stream().filter(t -> t.id().equals(topic)).map(Topic::category).findFirst().orElse(category) : category;
        ThreadReading reading = new ThreadReading(line, action, topic, intent, told, urgent, urgent ? 1 : 0, 1, 1, 0);
        states.put(group, state.after(said, reading, topic));
    }

    public LinearModel learn(String version) {
        LinearTrainer trainer = new LinearTrainer()
                .head(ThreadReader.CATEGORY, CATEGORY_COST)
                .head(ThreadReader.ACTION, COST)
                .head(ThreadReader.INTENT, COST)
                .yesNo(ThreadReader.URGENT, COST)
                .yesNo(ThreadReader.LINK, 1);
        List<LinearModel> strangers = categoriesWithoutFold();
        for (Lesson lesson : lessons) {
            teachCategory(trainer, lesson);
            Map<String, Double> categories = strangers.get(lesson.thread % FOLDS).score(lesson.words).of(ThreadReader.CATEGORY);
            ThreadFacts facts = new ThreadFacts(lesson.said, lesson.line, categories, lesson.state);
            Features all = lesson.words.copy();
            facts.addTo(all);
            trainer.add(ThreadReader.ACTION, all, lesson.action.name());
            Topic joined = facts.topics().stream().filter(topic -> topic.id().equals(lesson.topic)).findFirst().orElse(null);
            all = all.copy().addAll(facts.decided(lesson.action, joined));
            trainer.add(ThreadReader.INTENT, all, lesson.intent.name());
            trainer.add(ThreadReader.URGENT, all, lesson.urgent ? "yes" : "no");
            if (lesson.action.follows() && facts.topics().stream().anyMatch(topic -> topic.id().equals(lesson.topic))) {
                facts.topics().stream().limit(ThreadReader.TOPICS_COMPARED).forEach(topic ->
                        trainer.add(ThreadReader.LINK, facts.link(topic), topic.id().equals(lesson.topic) ? "yes" : "no"));
            }
        }
        return trainer.train(version, 2);
    }

    /** What a line's category looks like to a model that never saw its thread: in use, every thread is new. */
    private List<LinearModel> categoriesWithoutFold() {
        List<LinearModel> models = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            LinearTrainer trainer = new LinearTrainer().head(ThreadReader.CATEGORY, CATEGORY_COST);
            for (Lesson lesson : lessons) {
                if (lesson.thread % FOLDS != fold) {
                    teachCategory(trainer, lesson);
                }
            }
            models.add(trainer.train("fold", 2));
        }
        return models;
    }

    /** Short follow-ups take their category from the thread and would only blur what the words mean. */
    private static void teachCategory(LinearTrainer trainer, Lesson lesson) {
        boolean tells = lesson.action == Action.OPEN || lesson.category != null && lesson.line.words().length() >= SHORTEST_TELLING;
        boolean sampled = lesson.category == null && lesson.thread % CHAT_SAMPLED == 0;
        if (tells || sampled) {
            trainer.add(ThreadReader.CATEGORY, lesson.words, lesson.category == null ? ThreadReader.NO_CATEGORY : lesson.category.name());
        }
    }
}

package linli.bot.corpus;

import java.time.Instant;
import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Span;
import linli.bot.thread.Action;

/**
 * One labelled line. Where a careful reader could answer differently, the other answers follow the strict one.
 *
 * @param at when it was said
 * @param staff whether the speaker is staff
 * @param categories may hold null, for about none
 * @param steps what it does to which ticket of its thread
 * @param urgentOpen whether both answers about urgency are right
 * @param spans the places it names
 * @param number its line in the file
 */
public record CorpusLine(
        Instant at,
        String nickname,
        boolean staff,
        String text,
        List<Intent> intents,
        List<Category> categories,
        boolean urgent,
        boolean urgentOpen,
        List<Step> steps,
        List<Span> spans,
        int number) {

    /** @param ticket number of the ticket within the thread, null when the line belongs to none */
    public record Step(Action action, String ticket) {
    }

    CorpusLine saidAt(Instant time) {
        return new CorpusLine(time, nickname, staff, text, intents, categories, urgent, urgentOpen, steps, spans, number);
    }

    public Intent intent() {
        return intents.get(0);
    }

    public Category category() {
        return categories.get(0);
    }

    public Step step() {
        return steps.get(0);
    }
}

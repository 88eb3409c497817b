package linli.bot.thread;

import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Understanding;

/**
 * What a line means in its thread.
 *
 * @param line what the words say alone
 * @param action what it does
 * @param topic id of the trouble it belongs to; null when it opens one or belongs to none
 * @param intent what the speaker wants, the thread considered
 * @param category what it is about, null when about none of the categories
 * @param urgent whether it tells of danger to people now or of a running loss (紧急)
 * @param danger how likely it is urgent, 0 to 1
 * @param request how likely somebody should see to it, 0 to 1
 * @param likelihood how sure the action is, 0 to 1
 * @param begun how many of the speaker's lines just before it were read together with it, since only together they say what
 *     is wrong
 */
public record ThreadReading(
        Understanding line,
        Action action,
        String topic,
        Intent intent,
        Category category,
        boolean urgent,
        double danger,
        double request,
        double likelihood,
        int begun) {

    ThreadReading after(int begun, Understanding line) {
        return new ThreadReading(line, action, topic, intent, category, urgent, danger, request, likelihood, begun);
    }

    ThreadReading as(Understanding line) {
        return after(begun, line);
    }
}

package linli.bot.thread;

import java.time.Instant;
import linli.bot.parsing.Utterance;

/**
 * A line as it came into a group.
 *
 * @param speaker the platform's id of who said it
 * @param nickname what the group sees of the speaker; empty when unknown
 * @param staff whether the speaker is staff or property personnel
 * @param building number of the building (楼栋) the group is bound to, null in a grid's group
 * @param words what was said, and how
 */
public record Said(String speaker, String nickname, boolean staff, String building, Instant at, Utterance words) {

    Said saying(String text) {
        return new Said(speaker, nickname, staff, building, at, new Utterance(text, words.kind(), words.addressed()));
    }
}

package linli.bot.parsing;

/**
 * Something said to the assistant in plain words.
 *
 * @param verb what is asked
 * @param number the ticket number or its last digits as written, null when none
 */
public record Command(Verb verb, String number) {

    /**
     * PROGRESS 到哪一步了 · NOT_SOLVED 没解决 · SATISFIED 满意 · WITHDRAW 撤销/不是报修 · OPT_OUT 不识别我 · OPT_IN 恢复识别 ·
     * HELP · INCOMPLETE something is broken but not what or where · OFF_TOPIC anything else.
     */
    public enum Verb { PROGRESS, NOT_SOLVED, SATISFIED, WITHDRAW, OPT_OUT, OPT_IN, HELP, INCOMPLETE, OFF_TOPIC }
}

package linli.admin.tickets;

import java.util.EnumSet;
import java.util.Set;
import linli.bot.ticket.TicketAction;

/** What a step asks to be filled in. */
enum Blank {
    EXPECTED, RESULT, QUESTION, REASON, WORDS, OWNER, REJECT_CODE, TARGET, CATEGORY, PLACE, REFERRAL;

    static Set<Blank> of(TicketAction action) {
        return switch (action) {
            case ACCEPT -> EnumSet.of(EXPECTED);
            case RESOLVE -> EnumSet.of(RESULT);
            case ASK -> EnumSet.of(QUESTION);
            case REJECT -> EnumSet.of(REJECT_CODE, WORDS);
            case VOID, DISMISS, REOPEN, REVIEW, RETURN -> EnumSet.of(REASON);
            case REASSIGN -> EnumSet.of(OWNER, WORDS);
            case MERGE -> EnumSet.of(TARGET);
            case RECLASSIFY -> EnumSet.of(CATEGORY);
            case RELOCATE -> EnumSet.of(PLACE);
            case NOTE, START, ANSWER, NUDGE -> EnumSet.of(WORDS);
            case HAND_OFF -> EnumSet.of(REFERRAL);
            default -> EnumSet.noneOf(Blank.class);
        };
    }
}

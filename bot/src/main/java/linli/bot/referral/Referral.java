package linli.bot.referral;

import java.time.Instant;
import java.time.LocalDate;
import linli.bot.text.Texts;

/**
 * A ticket at somebody else's desk.
 *
 * @param externalNo null while it is to be filled in
 * @param by userid
 * @param closedAt when the ticket came back or was solved, null while it is there
 */
public record Referral(
        long id, long ticketId, Target target, String department, String externalNo, LocalDate followUp, String by, Instant at, Instant closedAt) {

    /** 12345 热线; a department by its own name. */
    public String to() {
        return target == Target.DEPARTMENT && department != null ? department : Texts.label(target);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}

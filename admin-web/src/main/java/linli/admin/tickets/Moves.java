package linli.admin.tickets;

import static linli.bot.ticket.TicketAction.*;

import java.util.List;
import java.util.Set;
import linli.bot.outbox.Outbox;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.TicketStatus;
import org.springframework.stereotype.Component;

/** The steps a person is offered for a ticket, the likeliest first; templates ask as {@code @moves}. */
@Component("moves")
public class Moves {

    // Order is likelihood. WHISTLE is not here: it needs a form of its own with several units.
    private static final List<TicketAction> LIKELIEST_FIRST = List.of(
            CONFIRM, DISMISS, ACCEPT, RESOLVE, ANSWER, REVIEW, START, ASK, RETURN, REASSIGN, REOPEN, MERGE, NOTE, HAND_OFF, REJECT,
            NUDGE, RECLASSIFY, RELOCATE, VOID);

    /** How many stand open; the others wait under 更多. */
    private static final int OPENLY = 2;

    private static final Set<TicketAction> SPEAKING = Set.of(CONFIRM, ACCEPT, START, ASK, RESOLVE, REOPEN, REJECT, HAND_OFF);

    /** Steps whose line the group hears unless somebody chooses silence; the others are silent unless somebody speaks. */
    private static final Set<TicketAction> SPEAKING_FIRST = Set.of(ACCEPT, ASK, RESOLVE, REOPEN, REJECT);

    private final Outbox outbox;

    Moves(Outbox outbox) {
        this.outbox = outbox;
    }

    public List<TicketAction> of(TicketStatus status, Actor actor) {
        return LIKELIEST_FIRST.stream().filter(action -> action.startsIn(status) && action.isFor(actor)).toList();
    }

    /** Whether people take this step by its form at all. */
    boolean offers(TicketAction action) {
        return LIKELIEST_FIRST.contains(action);
    }

    public List<TicketAction> openly(TicketStatus status, Actor actor) {
        List<TicketAction> all = of(status, actor);
        return all.subList(0, Math.min(OPENLY, all.size()));
    }

    public List<TicketAction> more(TicketStatus status, Actor actor) {
        List<TicketAction> all = of(status, actor);
        return all.subList(Math.min(OPENLY, all.size()), all.size());
    }

    public List<TicketAction> openly(TicketRow row, Actor actor) {
        return openly(row.status(), actor);
    }

    /** 受理. */
    public String word(TicketAction action) {
        return Texts.of("tickets.do." + action);
    }

    /** What was done, for the history and after a tap: 已受理. */
    public String done(TicketAction action) {
        return Texts.of("tickets.done." + action);
    }

    public boolean canSpeak(TicketAction action, Ticket ticket) {
        return SPEAKING.contains(action) && ticket.chatGroupId() != null;
    }

    public boolean speaksFirst(TicketAction action) {
        return SPEAKING_FIRST.contains(action);
    }

    /** 受理并发群, 受理（回复待发送）, by the way lines go here. */
    public String speakingWord(TicketAction action) {
        return Texts.of("tickets.speak." + outbox.groupRoute(), word(action));
    }

    public String silentWord(TicketAction action) {
        return Texts.of("tickets.silent", word(action));
    }
}

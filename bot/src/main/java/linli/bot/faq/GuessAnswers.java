package linli.bot.faq;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.problem.Invalid;
import linli.bot.problem.Problem;
import linli.bot.reply.Replies;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.TapUndone;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 已解答: a guess that was a question is answered from the approved answers, by a person's tap. */
@Component
@Transactional(noRollbackFor = Problem.class)
public class GuessAnswers {

    private final Faqs faqs;
    private final Tickets tickets;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final Replies replies;
    private final CommunityClock clock;

    GuessAnswers(Faqs faqs, Tickets tickets, ChatGroups groups, Outbox outbox, Replies replies, CommunityClock clock) {
        this.faqs = faqs;
        this.tickets = tickets;
        this.groups = groups;
        this.outbox = outbox;
        this.replies = replies;
        this.clock = clock;
    }

    /** The approved answer to what was said; empty when there is none, or the person may not read the words. */
    public Optional<Faq> to(Ticket guess, Actor actor) {
        if (guess.status() != TicketStatus.CANDIDATE || guess.chatGroupId() == null || !tickets.mayRead(guess, actor)) {
            return Optional.empty();
        }
        String words = tickets.lines(guess.id(), actor).stream().filter(TicketLine::counted).map(TicketLine::text).collect(Collectors.joining(" "));
        return faqs.find(words);
    }

    /** The line the group would hear. */
    public String line(Faq faq) {
        return replies.say("faq", Map.of("answer", faq.title() + Texts.of("faq.colon") + faq.answer()));
    }

    /**
     * Closes the guess and answers in its group, once nobody can take the tap back any more.
     *
     * @throws Invalid when there is no approved answer
     */
    public Tapped send(String no, Integer version, Actor actor) {
        Ticket guess = tickets.find(no, actor.scope()).orElseThrow(() -> new Invalid("problem.ticket.missing"));
        Optional<Faq> faq = to(guess, actor);
        if (faq.isEmpty() && guess.status() == TicketStatus.CANDIDATE) {
            throw new Invalid("problem.faq.none");
        }
        String note = Texts.of("faq.answered", faq.map(Faq::title).orElse(""));
        Tapped tapped = tickets.tap(no, TicketAction.DISMISS, actor, new ActionForm(version, note, null, null, null, null, null, false));
        if (faq.isPresent() && tapped.undoable() != null) {
            ChatGroup group = groups.get(guess.chatGroupId());
            Route route = outbox.groupRoute();
            outbox.put(new Draft(
                    key(tapped.undoable()), route, group.externalChatId(), route == Route.OWNER_CONFIRM ? group.ownerUserid() : null, null,
                    line(faq.get()), "answer", true, null, clock.now().plus(Tapped.hold())));
        }
        return tapped;
    }

    /** The tap was taken back, so nothing is said. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TapUndone undone) {
        outbox.cancelWaiting(List.of(key(undone.eventId())));
    }

    private static String key(long eventId) {
        return "faq:tap:" + eventId;
    }
}

package linli.admin.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.faq.GuessAnswers;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Guesses as cards: the sentence in its talk, what was thought of it and why not more, and what it may belong to. */
@Component
class Cards {

    private static final int TARGETS = 4;
    private static final int PAGE = 30;

    private final Tickets tickets;
    private final TicketLists lists;
    private final ChatGroups groups;
    private final GuessAnswers answers;

    Cards(Tickets tickets, TicketLists lists, ChatGroups groups, GuessAnswers answers) {
        this.tickets = tickets;
        this.lists = lists;
        this.groups = groups;
        this.answers = answers;
    }

    /**
     * @param doubts why it was not taken for a ticket, in few words
     * @param answer the approved answer as the group would hear it; null when there is none
     * @param targets open tickets it may be the same as, the likeliest first
     */
    public record Card(
            Ticket ticket, ChatGroup group, boolean mayRead, List<TicketLine> words, List<String> doubts, List<TicketRow> targets, String answer) {}

    /** Oldest first within a page, so that nobody waits behind what comes in. */
    List<Card> of(Actor actor) {
        List<TicketRow> rows = lists.search(
                new TicketFilter(TicketFilter.Group.CANDIDATES, null, null, null, null, null, null, null, PAGE), actor.scope());
        return rows.stream().sorted(Comparator.comparing(TicketRow::id)).map(row -> card(tickets.get(row.id()), actor)).toList();
    }

    private Card card(Ticket ticket, Actor actor) {
        boolean mayRead = tickets.mayRead(ticket, actor);
        return new Card(
                ticket,
                ticket.chatGroupId() == null ? null : groups.get(ticket.chatGroupId()),
                mayRead,
                mayRead ? tickets.lines(ticket.id(), actor) : List.of(),
                doubts(ticket),
                targets(ticket, actor),
                answers.to(ticket, actor).map(answers::line).orElse(null));
    }

    private static List<String> doubts(Ticket ticket) {
        List<String> doubts = new ArrayList<>();
        if (ticket.building() == null && ticket.spot() == null) {
            doubts.add(Texts.of("candidates.doubt.place"));
        }
        if (ticket.urgency() == Urgency.P3) {
            doubts.add(Texts.of("candidates.doubt.question"));
        }
        if (ticket.restricted()) {
            doubts.add(Texts.of("candidates.doubt.restricted"));
        }
        if (doubts.isEmpty()) {
            doubts.add(Texts.of("candidates.doubt.unsure"));
        }
        return doubts;
    }

    private List<TicketRow> targets(Ticket ticket, Actor actor) {
        TicketFilter near = new TicketFilter(TicketFilter.Group.OPEN, ticket.gridId(), ticket.building(), null, null, null, null, null, 50);
        return lists.search(near, actor.scope()).stream()
                .sorted(Comparator.comparing((TicketRow row) -> row.category() != ticket.category())
                        .thenComparing(row -> !row.thing().equals(ticket.thing())))
                .limit(TARGETS)
                .toList();
    }
}

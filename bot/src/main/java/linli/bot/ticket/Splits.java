package linli.bot.ticket;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import linli.bot.parsing.Level;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes two tickets of one that told of two things (拆分). */
@Component
@Transactional(noRollbackFor = Problem.class)
public class Splits {

    private static final int LONGEST_MATTER = 20;

    private static final Set<TicketStatus> FROM = EnumSet.of(
            TicketStatus.CANDIDATE, TicketStatus.OPEN, TicketStatus.ACCEPTED, TicketStatus.IN_PROGRESS, TicketStatus.NEED_INFO);

    private final TicketMapper mapper;
    private final Tickets tickets;
    private final TicketGrowth growth;
    private final LastHand lastHand;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Splits(TicketMapper mapper, Tickets tickets, TicketGrowth growth, LastHand lastHand, CommunityClock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.growth = growth;
        this.lastHand = lastHand;
        this.clock = clock;
        this.events = events;
    }

    /** Whoever may merge may split. */
    public static boolean mayBeSplit(Ticket ticket, Actor actor) {
        return FROM.contains(ticket.status()) && TicketAction.MERGE.isFor(actor);
    }

    /**
     * Opens the second ticket; its clocks run from now. A line that is given to it leaves the first, with whoever said it,
     * unless nothing would be left there.
     *
     * @return the new ticket
     * @throws NotFound when there is no such ticket in this person's scope
     * @throws NotAllowed when role or state forbids it
     * @throws Conflict when somebody changed it since the person looked
     * @throws Invalid when it has no name, or lines are not the ticket's
     */
    public Ticket split(String no, Split form, Actor actor) {
        Long id = mapper.idOf(no, actor.scope());
        if (id == null) {
            throw new NotFound("problem.ticket.missing");
        }
        growth.settle();
        Ticket ticket = mapper.lock(id);
        if (form.version() != null && form.version() != ticket.version()) {
            throw lastHand.wasFaster(ticket);
        }
        if (!mayBeSplit(ticket, actor)) {
            throw new NotAllowed("problem.ticket.split", Texts.label(ticket.status()));
        }
        List<Long> all = mapper.messagesOf(id).stream().map(TicketMessageRow::messageId).toList();
        check(form, all);
        List<VoiceRow> voices = form.messageIds().isEmpty() ? List.of() : mapper.voicesOf(id, form.messageIds());
        Ticket second = tickets.open(new Opening(
                ticket.source(), ticket.status() == TicketStatus.CANDIDATE ? Level.CANDIDATE : Level.TICKET, trouble(ticket, form),
                ticket.chatGroupId(), ticket.gridId(), voices.isEmpty() ? null : voices.get(0).speaker(), form.messageIds(), clock.now(), false, false,
                null, null, !form.tell(), null));
        growth.settle();
        if (voices.size() > 1) {
            mapper.insertVoices(voices.stream().skip(1)
                    .map(voice -> new TicketGrowth.Voice(second.id(), voice.speaker(), voice.messageId(), false, voice.at())).toList());
        }
        mapper.recountVoices(second.id());
        take(ticket, form.messageIds(), all, voices);
        mapper.touch(id, clock.now());
        mapper.insertEvent(NewEvent.of(id, clock.now(), actor, Noted.SPLIT, null, null, second.no() + " " + second.placeLabel() + second.matter(), null));
        mapper.insertEvent(NewEvent.of(second.id(), clock.now(), actor, Noted.SPLIT_FROM, null, null, ticket.no(), null));
        events.publishEvent(new TicketTouched(id));
        return mapper.find(second.id());
    }

    /** What was given away leaves the first, as long as something is left there. */
    private void take(Ticket ticket, List<Long> given, List<Long> all, List<VoiceRow> voices) {
        if (given.isEmpty() || given.size() >= all.size()) {
            return;
        }
        given.forEach(line -> mapper.detach(ticket.id(), line));
        List<String> leaving = new ArrayList<>(voices.stream().map(VoiceRow::speaker).toList());
        if (leaving.size() >= ticket.voices() && !leaving.isEmpty()) {
            leaving.remove(0);
        }
        leaving.forEach(speaker -> mapper.removeVoice(ticket.id(), speaker));
        mapper.recountVoices(ticket.id());
    }

    private static void check(Split form, List<Long> all) {
        if (form.matter() == null || form.matter().isBlank() || form.matter().strip().length() > LONGEST_MATTER || !PersonalData.find(form.matter()).isEmpty()) {
            throw new Invalid("problem.ticket.splitMatter", String.valueOf(LONGEST_MATTER));
        }
        if (!all.containsAll(form.messageIds())) {
            throw new Invalid("problem.ticket.splitLines");
        }
    }

    private static Trouble trouble(Ticket ticket, Split form) {
        Urgency urgency = form.urgency() == null ? ticket.urgency() : form.urgency();
        var category = form.category() == null ? ticket.category() : form.category();
        Place old = new Place(ticket.building() == null ? List.of() : List.of(ticket.building()), ticket.units(), ticket.floor(), null, ticket.spot());
        Place place = form.place() == null || form.place().isNowhere() ? old : form.place();
        return new Trouble(
                "guessed-" + category.name().toLowerCase(Locale.ROOT), category, "", form.matter().strip(), urgency, urgency.compareTo(Urgency.P1) <= 0,
                ticket.restricted(), place, Trouble.PlaceSource.WORDS, "registered");
    }
}

package linli.bot.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import linli.bot.community.ChatGroups;
import linli.bot.live.LiveUpdates;
import linli.bot.memory.PerTransaction;
import linli.bot.parsing.Level;
import linli.bot.parsing.Urgency;
import linli.bot.settings.Settings;
import linli.bot.staff.Role;
import linli.bot.ticket.Announcement.Reason;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What a group hears when something happens to a ticket, and that open pages look again. */
@Component
class TicketReplies {

    /** The numbers of voices a group hears about (C2). */
    static final Set<Integer> ROUND = Set.of(5, 10, 20);

    private final Announcements announcements;
    private final NightLadder ladder;
    private final Wording wording;
    private final TicketMapper tickets;
    private final ChatGroups groups;
    private final Settings settings;
    private final LiveUpdates live;
    private final CommunityClock clock;
    private final PerTransaction<Set<Long>> moved = new PerTransaction<>(LinkedHashSet::new, ids -> { }, this::nudge);

    TicketReplies(
            Announcements announcements,
            NightLadder ladder,
            Wording wording,
            TicketMapper tickets,
            ChatGroups groups,
            Settings settings,
            LiveUpdates live,
            CommunityClock clock) {
        this.announcements = announcements;
        this.ladder = ladder;
        this.wording = wording;
        this.tickets = tickets;
        this.groups = groups;
        this.settings = settings;
        this.live = live;
        this.clock = clock;
    }

    @EventListener
    void on(TicketOpened opened) {
        Ticket ticket = opened.ticket();
        boolean emergency = ticket.urgency() == Urgency.P0
                && (ticket.status() == TicketStatus.OPEN || opened.opening().level() == Level.EMERGENCY);
        if (emergency) {
            // The duty card is handed over before a line says that somebody was told.
            Long card = ladder.begin(ticket, ticket.createdAt()).orElse(null);
            if (ticket.status() == TicketStatus.OPEN) {
                sayEmergency(ticket, "ack", opened.eventId(), card);
            }
        } else if (ticket.status() == TicketStatus.OPEN && !opened.opening().spokenFor()) {
            boolean addressed = opened.opening().addressed();
            announcements.want(
                    ticket,
                    Reason.ACK,
                    opened.eventId(),
                    opened.opening().firstMessage(),
                    addressed ? clock.now() : opened.opening().at().plus(settings.settle()),
                    addressed);
        }
    }

    private void sayEmergency(Ticket ticket, String key, long eventId, Long card) {
        Announcement word = new Announcement(
                0, ticket.id(), "", List.of(Reason.ACK.name()), null, eventId, ticket.createdAt(), false, false);
        wording.line(ticket, word)
                .ifPresent(text -> announcements.sayNow(ticket, "ticket:%d:%s".formatted(ticket.id(), key), text, "emergency", card));
    }

    /**
     * Staff heard in a recording, or know, what the words did not say (D5 case 50): the same happens as if it had been said.
     *
     * @return whether that is what the step did
     */
    private boolean becameEmergency(TicketMoved moved) {
        if (moved.action() != TicketAction.CONFIRM && moved.action() != TicketAction.RECLASSIFY) {
            return false;
        }
        Ticket ticket = tickets.find(moved.ticketId());
        if (ticket.urgency() != Urgency.P0 || ticket.status() != TicketStatus.OPEN || ladder.of(ticket.id()).isPresent()) {
            return false;
        }
        announcements.retract(ticket.id(), Reason.ACK);
        sayEmergency(ticket, "emergency", moved.eventId(), ladder.begin(ticket, clock.now()).orElse(null));
        return true;
    }

    /** After all of the message's tickets are open, so that two of them are answered in one line. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void answerAddressed(TicketOpened opened) {
        Long message = opened.opening().firstMessage();
        Long group = opened.ticket().chatGroupId();
        if (opened.opening().addressed() && message != null && group != null) {
            String chat = groups.get(group).externalChatId();
            if (chat != null) {
                announcements.answer(chat, message);
            }
        }
    }

    @EventListener
    void on(VoicesGrew grew) {
        if (!ROUND.contains(grew.voices())) {
            return;
        }
        Ticket ticket = tickets.find(grew.ticketId());
        if (ticket.status().isOpen() && !ticket.restricted() && ticket.urgency() != Urgency.P0) {
            announcements.want(ticket, Reason.VOICES, grew.eventId(), null, grew.at(), false);
        }
    }

    @EventListener
    void on(TicketMoved moved) {
        if (becameEmergency(moved)) {
            return;
        }
        boolean askedFor = moved.tell() || moved.action() == TicketAction.REOPEN && moved.actor().is(Role.RESIDENT);
        if (!askedFor) {
            return;
        }
        Ticket ticket = tickets.find(moved.ticketId());
        if (ticket.urgency() == Urgency.P0 && moved.action() == TicketAction.ACCEPT) {
            announcements.sayNow(
                    ticket, "ticket:%d:update:%d".formatted(ticket.id(), moved.eventId()), wording.emergencyAccepted(ticket), "emergency", null);
            return;
        }
        if (moved.action() == TicketAction.WITHDRAW) {
            announcements.sayNow(ticket, "ticket:%d:update:%d".formatted(ticket.id(), moved.eventId()), wording.withdrawal(ticket, moved), "answer", null);
            return;
        }
        Reason reason = reason(moved.action());
        if (reason != null && (!ticket.restricted() || reason == Reason.ACK)) {
            announcements.want(ticket, reason, moved.eventId(), null, clock.now(), false);
            if (moved.held()) {
                announcements.hold(ticket.id());
            }
        }
    }

    @EventListener
    void on(TapUndone undone) {
        Reason reason = reason(undone.action());
        if (reason != null) {
            announcements.retract(undone.ticketId(), reason);
        }
    }

    private static Reason reason(TicketAction action) {
        return switch (action) {
            case CONFIRM -> Reason.ACK;
            case ACCEPT -> Reason.ACCEPTED;
            case START -> Reason.STARTED;
            case ASK -> Reason.ASKED;
            case HAND_OFF -> Reason.HANDED_OFF;
            case RESOLVE -> Reason.RESOLVED;
            case REOPEN -> Reason.REOPENED;
            case REJECT -> Reason.REJECTED;
            case LAPSE -> Reason.LAPSED;
            default -> null;
        };
    }

    @EventListener
    void nudge(TicketOpened opened) {
        nudgeAfterCommit(opened.ticket().id());
    }

    @EventListener
    void nudge(TicketMoved moved) {
        nudgeAfterCommit(moved.ticketId());
    }

    @EventListener
    void nudge(TapUndone undone) {
        nudgeAfterCommit(undone.ticketId());
    }

    @EventListener
    void nudge(TicketTouched touched) {
        nudgeAfterCommit(touched.ticketId());
    }

    @EventListener
    void nudge(VoicesGrew grew) {
        nudgeAfterCommit(grew.ticketId());
    }

    /** Once for each ticket, however many voices a batch of lines brought it. */
    private void nudgeAfterCommit(long id) {
        moved.get().add(id);
    }

    /** Grid and number, nothing about anybody. */
    private void nudge(Set<Long> ids) {
        tickets.findRefs(ids).forEach(ticket -> live.publish("tickets", ticket.gridId() + " " + ticket.no()));
    }
}

package linli.admin.tickets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import linli.bot.privacy.Masking;
import linli.bot.reply.Replies;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.RejectCode;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import org.springframework.stereotype.Component;

/** The line a group would hear of a step, from the same sentences the bot speaks; empty while something is not filled in. */
@Component
class LinePreview {

    private final Replies replies;

    LinePreview(Replies replies) {
        this.replies = replies;
    }

    Optional<String> of(Ticket ticket, TicketAction action, Actor actor, ActionForm form) {
        Map<String, String> values = new HashMap<>();
        values.put("no", ticket.no());
        values.put("thing", ticket.shortName());
        values.put("place", ticket.placeLabel());
        values.put("building", ticket.placeLabel());
        values.put("matter", ticket.matter());
        values.put("digits", ticket.digits());
        values.put("voices", ticket.voices() > 1 ? String.valueOf(ticket.voices()) : null);
        values.put("who", who(actor));
        values.put("expected", form.expected());
        values.put("note", Masking.mask(form.text()));
        values.put("result", Masking.mask(form.text()));
        values.put("reason", reason(form));
        try {
            return Optional.of(replies.say(key(ticket, action), values));
        } catch (IllegalArgumentException incomplete) {
            // A blank is still empty: there is no line yet, and none is shown.
            return Optional.empty();
        }
    }

    private String key(Ticket ticket, TicketAction action) {
        return switch (action) {
            case CONFIRM -> ticket.voices() > 1 && replies.has(ticket.reply() + "-voices") ? ticket.reply() + "-voices" : ticket.reply();
            case ACCEPT -> "accepted";
            case START -> "started";
            case ASK -> "ask";
            case RESOLVE -> "resolved";
            case REOPEN -> "reopened";
            case REJECT -> "rejected";
            case HAND_OFF -> "handed-off";
            default -> "";
        };
    }

    private String who(Actor actor) {
        Role role = actor.is(Role.GRID) ? Role.GRID : actor.is(Role.UNIT) ? Role.UNIT : Role.DESK;
        return replies.word("who." + role).orElseGet(() -> Texts.label(role));
    }

    private static String reason(ActionForm form) {
        return form.rejectCode() == null ? null : Texts.label(RejectCode.valueOf(form.rejectCode()));
    }
}

package linli.admin.tickets;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;
import linli.bot.referral.HandOff;
import linli.bot.referral.Target;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.TicketAction;

/**
 * What a person chose and typed.
 *
 * @param version the version the person saw
 * @param phrase a 常用语 that was picked, used where nothing was typed
 * @param choice a time picked from the chips, used where nothing was typed
 * @param owner {@code s12} a person, {@code u3} a unit
 * @param targetChoice number of a suggested ticket, used where none was typed
 * @param sendTo to whom a ticket is handed off, with their number and when to ask again
 * @param back the page to return to
 */
public record TransitionForm(
        TicketAction action,
        Integer version,
        String text,
        String phrase,
        String expected,
        String choice,
        String owner,
        String rejectCode,
        String target,
        String targetChoice,
        Boolean tell,
        Category category,
        Urgency urgency,
        String building,
        String units,
        String floor,
        String spot,
        Target sendTo,
        String department,
        String externalNo,
        LocalDate followUp,
        String back) {

    ActionForm toActionForm() {
        return new ActionForm(
                version,
                action == TicketAction.HAND_OFF ? handOff().words() : firstOf(text, phrase),
                firstOf(expected, choice),
                chosen('s'),
                chosen('u'),
                blankToNull(rejectCode),
                firstOf(target, targetChoice),
                Boolean.TRUE.equals(tell),
                category,
                urgency,
                action == TicketAction.RELOCATE ? place() : null);
    }

    HandOff handOff() {
        return new HandOff(sendTo, sendTo == Target.DEPARTMENT ? blankToNull(department) : null, blankToNull(externalNo), followUp, blankToNull(text));
    }

    private Place place() {
        return new Place(listOf(building), listOf(units), blankToNull(floor), null, blankToNull(spot));
    }

    private static List<String> listOf(String numbers) {
        return numbers == null ? List.of() : Arrays.stream(numbers.split("[\\s,，、]+")).filter(n -> !n.isBlank()).toList();
    }

    private Long chosen(char kind) {
        return owner == null || owner.length() < 2 || owner.charAt(0) != kind || !owner.substring(1).matches("\\d{1,18}")
                ? null
                : Long.valueOf(owner.substring(1));
    }

    private static String firstOf(String typed, String picked) {
        return blankToNull(typed) != null ? blankToNull(typed) : blankToNull(picked);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Only ever a page of this console. */
    String backOr(String other) {
        return back != null && back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0 && back.length() < 500 ? back : other;
    }
}

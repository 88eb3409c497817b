package linli.bot.ticket;

import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Place;
import linli.bot.parsing.Urgency;

/**
 * What goes with an action; whatever the action does not need is null.
 *
 * @param version the version the person saw; null when the caller did not show one
 * @param text note, question, result or reason
 * @param expected what is promised on accepting: {@code 20:00 前到场}
 * @param ownerId the new owner
 * @param unitId the 承办单位 that is to do it
 * @param rejectCode a {@link RejectCode}
 * @param mergeInto number of the ticket to follow
 * @param tell whether the group is to hear of it
 * @param category the right category, for RECLASSIFY
 * @param urgency the right urgency, for RECLASSIFY; null keeps it
 * @param place the right place, for RELOCATE
 */
public record ActionForm(
        Integer version,
        String text,
        String expected,
        Long ownerId,
        Long unitId,
        String rejectCode,
        String mergeInto,
        boolean tell,
        Category category,
        Urgency urgency,
        Place place) {

    public static final ActionForm EMPTY = new ActionForm(null, null, null, null, null, null, null, false);

    public ActionForm(
            Integer version, String text, String expected, Long ownerId, Long unitId, String rejectCode, String mergeInto, boolean tell) {
        this(version, text, expected, ownerId, unitId, rejectCode, mergeInto, tell, null, null, null);
    }

    /** Only words, nothing for the group. */
    public static ActionForm of(String text) {
        return new ActionForm(null, text, null, null, null, null, null, false);
    }

    public static ActionForm relocate(Integer version, Place place) {
        return new ActionForm(version, null, null, null, null, null, null, false, null, null, place);
    }

    public static ActionForm reclassify(Integer version, Category category, Urgency urgency) {
        return new ActionForm(version, null, null, null, null, null, null, false, category, urgency, null);
    }

    boolean hasText() {
        return text != null && !text.isBlank();
    }

    /** Where the text may be heard by the group: every word of it. */
    List<String> words() {
        return java.util.stream.Stream.of(text, expected).filter(s -> s != null && !s.isBlank()).toList();
    }
}

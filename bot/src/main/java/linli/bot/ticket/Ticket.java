package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;

/**
 * 工单.
 *
 * @param no the number people use, {@code 260714-031}
 * @param kind row of the lexicon; the same kind at the same place is the same trouble
 * @param thing the object alone (电梯)
 * @param matter object and fault (电梯停运)
 * @param restricted whether its words are for owner, desk and leader only
 * @param building number without 栋, null when none is known
 * @param units 单元, digits only
 * @param placeLabel 12栋2单元: building and units at most, a named spot where no building is known; may be said in a group
 * @param chatGroupId the group it was reported in; null for the counter, a patrol, another system
 * @param voices how many people reported it
 * @param reopenCount how often it was not solved after all
 * @param respondBy until when somebody should take it
 * @param resolveBy until when it should be done
 * @param expected what was promised when it was taken: 20:00 前到场
 * @param result what was done
 * @param rejectCode a {@link RejectCode}
 * @param version grows with whatever staff or residents do to it, not with a new voice
 * @param reply key of its acknowledgement in {@code config/replies.yml}
 * @param stateAt since when it is in its state
 * @param resolvedAt when it was last resolved
 * @param previousId the closed ticket it continues
 * @param voicesSaid the number of voices its group last heard
 */
public record Ticket(
        long id,
        String no,
        Source source,
        String kind,
        Category category,
        String thing,
        String matter,
        Urgency urgency,
        boolean urgent,
        boolean restricted,
        TicketStatus status,
        Long areaId,
        Long gridId,
        String building,
        List<String> units,
        String floor,
        String spot,
        String placeLabel,
        Long chatGroupId,
        Long ownerId,
        Long unitId,
        int voices,
        int reopenCount,
        Instant respondBy,
        Instant resolveBy,
        String expected,
        String result,
        String rejectCode,
        Long mergedInto,
        Long parentId,
        Long noticeId,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String reply,
        Instant stateAt,
        Instant resolvedAt,
        Long previousId,
        int voicesSaid) {

    public Ticket {
        units = List.copyOf(units);
    }

    /** The same after somebody spoke of it. */
    Ticket spokenOf(int voices, Instant at) {
        Instant last = at.isAfter(updatedAt) ? at : updatedAt;
        return new Ticket(id, no, source, kind, category, thing, matter, urgency, urgent, restricted, status, areaId, gridId, building, units, floor,
                spot, placeLabel, chatGroupId, ownerId, unitId, voices, reopenCount, respondBy, resolveBy, expected, result, rejectCode, mergedInto,
                parentId, noticeId, version, createdAt, last, reply, stateAt, resolvedAt, previousId, voicesSaid);
    }

    /** What a group may call it in one breath: 12栋2单元电梯. */
    public String shortName() {
        return at(thing.isBlank() ? matter : thing);
    }

    /** Where and what, as a card names it: 12栋2单元电梯停运. */
    public String subject() {
        return at(matter);
    }

    /** 地下车库进水 in the 地下车库 names it once. */
    private String at(String what) {
        return what.startsWith(placeLabel) ? what : placeLabel + what;
    }

    /** The digits a resident needs in the ticket's own group. */
    public String digits() {
        return no.substring(no.indexOf('-') + 1);
    }
}

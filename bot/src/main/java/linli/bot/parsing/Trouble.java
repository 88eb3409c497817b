package linli.bot.parsing;

import java.util.Locale;

/**
 * One thing that is wrong or wanted.
 *
 * @param kind key of the row of {@code config/lexicon} that decided ({@code lift-stopped}); the same kind at the same
 *     place is the same trouble
 * @param category what it is about
 * @param thing the object alone, as a progress line names it (电梯)
 * @param matter object and fault, as an acknowledgement names it (电梯停运)
 * @param urgency P0 to P3
 * @param urgent whether it is 紧急 in the taxonomy's sense; P0 always is, P1 need not be
 * @param restricted whether its words may be read by owner, desk and leader only (纠纷, 一老一小, 伤人)
 * @param place where; {@link Place#NOWHERE} when neither the words nor the nickname nor the group say
 * @param placeSource where the place comes from
 * @param reply key of the acknowledgement in {@code config/replies.yml}: {@code registered} unless the kind has its own
 */
public record Trouble(
        String kind,
        Category category,
        String thing,
        String matter,
        Urgency urgency,
        boolean urgent,
        boolean restricted,
        Place place,
        PlaceSource placeSource,
        String reply) {

    public enum PlaceSource { WORDS, NICKNAME, GROUP, NONE }

    /** The kinds of troubles that only the category is known of begin so. */
    private static final String GUESSED = "guessed-";

    /** The same trouble under a name, where the words gave none. */
    public Trouble named(String name) {
        return matter.isEmpty() ? new Trouble(kind, category, name, name, urgency, urgent, restricted, place, placeSource, reply) : this;
    }

    static Trouble guessed(Category category, boolean urgent, Place place) {
        PlaceSource source = place.isNowhere() ? PlaceSource.NONE : PlaceSource.WORDS;
        return new Trouble(GUESSED + category.name().toLowerCase(Locale.ROOT), category, "", "", urgent ? Urgency.P1 : Urgency.P2, urgent, false, place, source, "registered");
    }
}

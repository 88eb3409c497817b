package linli.bot.parsing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers of places found in a text.
 *
 * @param spans in the order of the text, offsets in its UTF-16 units
 * @param values the normalised numbers, one beside each span; a range is its two ends, {@code 3~5}
 */
record FoundPlaces(List<Span> spans, List<String> values) {

    /** What the spans that lie between the two offsets name together. */
    Place placeWithin(int from, int to) {
        Set<String> buildings = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        String floor = null;
        String room = null;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.start() < from || span.end() > to) {
                continue;
            }
            String value = values.get(i);
            switch (span.label()) {
                case BUILDING -> addAll(buildings, value);
                case UNIT -> addAll(units, value);
                case FLOOR -> floor = floor == null ? value : floor;
                case ROOM -> room = room == null ? value : room;
                default -> { }
            }
        }
        return new Place(List.copyOf(buildings), List.copyOf(units), floor, room, null);
    }

    /** A range's value is its two ends, so that a hundred ranges cost no more than their spans. */
    private static void addAll(Set<String> numbers, String value) {
        int dash = value.indexOf('~');
        if (dash < 0) {
            numbers.add(value);
            return;
        }
        int last = Integer.parseInt(value.substring(dash + 1));
        for (int n = Integer.parseInt(value.substring(0, dash)); n <= last; n++) {
            numbers.add(Integer.toString(n));
        }
    }
}

package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a line is about: the words first, then the nickname, then the group's building. */
final class Places {

    /** More places than this is a list, not a complaint; comparing them all would cost their square. */
    private static final int MOST_SPOTS = 200;

    private final FoundPlaces found;
    private final List<Span> spans;
    private final Role.Spot spot;
    private final Context context;

    private Places(FoundPlaces found, List<Span> spans, Role.Spot spot, Context context) {
        this.found = found;
        this.spans = spans;
        this.spot = spot;
        this.context = context;
    }

    static Places in(String said, Line line, Findings findings, Context context) {
        FoundPlaces found = PlaceScanner.scan(line.text());
        List<Span> spans = new ArrayList<>();
        for (Span span : found.spans()) {
            spans.add(new Span(span.label(), span.start(), span.end(), said.substring(span.start(), span.end())));
        }
        // What the line left of a mention was read with the rest.
        Mentioned.rooms(said).stream().filter(room -> line.text().charAt(room.start()) == ' ').forEach(spans::add);
        List<Hit> spots = findings.spotHits().subList(0, Math.min(MOST_SPOTS, findings.spotHits().size()));
        Hit spotHit = longest(spots);
        List<Span> numbers = List.copyOf(spans.subList(0, Math.min(MOST_SPOTS, spans.size())));
        for (Hit hit : spots) {
            if (spots.stream().noneMatch(hit::lies) && overlapsNone(hit, numbers)) {
                spans.add(new Span(spotOf(hit).label(), hit.start(), hit.end(), said.substring(hit.start(), hit.end())));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return new Places(found, List.copyOf(spans), spotHit == null ? null : spotOf(spotHit), context);
    }

    List<Span> spans() {
        return spans;
    }

    /** Every place the words name. */
    Place named() {
        return withSpot(found.placeWithin(0, Integer.MAX_VALUE));
    }

    boolean namesNumber() {
        return !found.spans().isEmpty();
    }

    boolean namesBuilding() {
        return !found.placeWithin(0, Integer.MAX_VALUE).buildings().isEmpty();
    }

    /** The place of one trouble among several; its own sentence is asked first. */
    Located of(Match match, Line line) {
        int sentence = line.sentences()[match.start()];
        int from = match.start();
        while (from > 0 && line.sentences()[from - 1] == sentence) {
            from--;
        }
        int to = match.end();
        while (to < line.sentences().length && line.sentences()[to] == sentence) {
            to++;
        }
        Place own = found.placeWithin(from, to);
        Place all = found.placeWithin(0, Integer.MAX_VALUE);
        return locate(withSpot(own.buildings().isEmpty() && !all.buildings().isEmpty() && own.units().isEmpty() ? all : own.isNowhere() ? all : own));
    }

    Located ofLine() {
        return locate(named());
    }

    record Located(Place place, Trouble.PlaceSource source) {
    }

    private Located locate(Place words) {
        if (!words.buildings().isEmpty()) {
            return new Located(words, Trouble.PlaceSource.WORDS);
        }
        boolean outdoors = spot != null && !spot.inBuilding() && words.units().isEmpty() && words.floor() == null && words.room() == null;
        if (outdoors) {
            return new Located(words, Trouble.PlaceSource.WORDS);
        }
        if (context.building() != null) {
            return new Located(inside(words, List.of(context.building()), words.units()), Trouble.PlaceSource.GROUP);
        }
        Place nickname = context.nicknamePlace();
        if (!nickname.buildings().isEmpty()) {
            List<String> units = words.units().isEmpty() ? nickname.units() : words.units();
            return new Located(inside(words, nickname.buildings(), units), Trouble.PlaceSource.NICKNAME);
        }
        return new Located(words, words.isNowhere() ? Trouble.PlaceSource.NONE : Trouble.PlaceSource.WORDS);
    }

    private static Place inside(Place words, List<String> buildings, List<String> units) {
        return new Place(buildings, units, words.floor(), words.room(), words.spot());
    }

    private Place withSpot(Place place) {
        return spot == null ? place : new Place(place.buildings(), place.units(), place.floor(), place.room(), spot.name());
    }

    private static Role.Spot spotOf(Hit hit) {
        for (Role role : hit.roles()) {
            if (role instanceof Role.Spot spot) {
                return spot;
            }
        }
        throw new IllegalArgumentException("no spot");
    }

    private static Hit longest(List<Hit> hits) {
        return hits.stream().max(Comparator.comparingInt(Hit::length)).orElse(null);
    }

    private static boolean overlapsNone(Hit hit, List<Span> spans) {
        return spans.stream().noneMatch(span -> hit.start() < span.end() && span.start() < hit.end());
    }
}

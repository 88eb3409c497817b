package linli.bot.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.parsing.Place;
import linli.bot.text.Texts;

/**
 * A ticket's place as its row keeps it.
 *
 * @param building the first building named; the label names them all
 */
record Whereabouts(Long areaId, Long gridId, String building, List<String> units, String floor, String spot, String label) {

    /** @param fallbackGrid the grid of the group, used where the place names no building of the community */
    static Whereabouts of(Place place, Long fallbackGrid, Areas areas) {
        String building = place.buildings().isEmpty() ? null : place.buildings().get(0);
        Optional<Area> area = Optional.ofNullable(building).flatMap(areas::building);
        Long grid = area.map(Area::parentId).orElse(fallbackGrid);
        Long areaId = area.map(Area::id).orElse(grid);
        String label = label(place.buildings(), place.units(), place.spot());
        if (label.isEmpty() && grid != null) {
            label = areas.get(grid).name();
        }
        return new Whereabouts(areaId, grid, building, sorted(place.units()), place.floor(), place.spot(), label);
    }

    /** The ticket's place with what a neighbour adds; another building is another place and adds nothing. */
    static Whereabouts widened(Ticket ticket, Place more, Areas areas) {
        boolean elsewhere = ticket.building() != null && !more.buildings().isEmpty() && !more.buildings().contains(ticket.building());
        List<String> units = new ArrayList<>(ticket.units());
        if (!elsewhere) {
            more.units().stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        }
        String building = ticket.building() != null ? ticket.building() : more.buildings().isEmpty() ? null : more.buildings().get(0);
        String floor = ticket.floor() != null || elsewhere ? ticket.floor() : more.floor();
        String spot = ticket.spot() != null || elsewhere ? ticket.spot() : more.spot();
        Place place = new Place(building == null ? List.of() : List.of(building), units, floor, null, spot);
        return of(place, ticket.gridId(), areas);
    }

    /** 12栋2单元, 12栋1、2单元, 12栋、13栋; the named spot where no building is known. */
    static String label(List<String> buildings, List<String> units, String spot) {
        if (buildings.isEmpty()) {
            return spot == null ? "" : spot;
        }
        String label = String.join("、", buildings.stream().map(b -> Texts.of("ticket.building", b)).toList());
        return units.isEmpty() || buildings.size() > 1 ? label : label + Texts.of("ticket.units", String.join("、", sorted(units)));
    }

    /** By number where they are numbers, each once. */
    private static List<String> sorted(List<String> units) {
        TreeSet<String> set = new TreeSet<>(Comparator.comparing(String::length).thenComparing(s -> s));
        set.addAll(units);
        return List.copyOf(set);
    }
}

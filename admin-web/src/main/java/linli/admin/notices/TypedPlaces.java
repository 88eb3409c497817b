package linli.admin.notices;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.notice.Audience;
import linli.bot.problem.Invalid;
import linli.bot.text.Texts;

/** Grids and buildings as people type or tick them: 12、13、15 or 12-15, 第2网格. */
record TypedPlaces(Set<Long> grids, Set<Long> buildings) {

    private static final Pattern GRID = Pattern.compile(Texts.of("notice.pattern.grid"));
    private static final Pattern NUMBERS = Pattern.compile(Texts.of("notice.pattern.numbers"));
    private static final int WIDEST = 200;

    /** @throws Invalid for numbers that no building or grid has */
    static TypedPlaces read(String typed, Areas areas) {
        Set<Long> grids = new LinkedHashSet<>();
        Set<Long> buildings = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        Matcher gridNames = GRID.matcher(typed);
        while (gridNames.find()) {
            String number = gridNames.group(1);
            areas.grids().stream().filter(grid -> number.equals(grid.number())).findFirst()
                    .ifPresentOrElse(grid -> grids.add(grid.id()), () -> unknown.add(gridNames.group()));
        }
        Matcher found = NUMBERS.matcher(GRID.matcher(typed).replaceAll(" "));
        while (found.find()) {
            int from = Integer.parseInt(found.group(1));
            int to = found.group(2) == null ? from : Math.min(Integer.parseInt(found.group(2)), from + WIDEST);
            for (int number = from; number <= to; number++) {
                Optional<Area> building = areas.building(String.valueOf(number));
                if (building.isPresent()) {
                    buildings.add(building.get().id());
                } else {
                    unknown.add(String.valueOf(number));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new Invalid("problem.notice.numbers", String.join("、", unknown));
        }
        return new TypedPlaces(grids, buildings);
    }

    /** What is left out of an audience, as it would be typed. */
    static String except(Audience audience, Areas areas) {
        return audience instanceof Audience.Except some
                ? Stream.concat(areas.grids().stream(), areas.buildings().stream())
                        .filter(area -> some.areaIds().contains(area.id()))
                        .map(Area::name)
                        .collect(Collectors.joining("、"))
                : "";
    }

    TypedPlaces and(TypedPlaces others) {
        Set<Long> allGrids = new LinkedHashSet<>(grids);
        allGrids.addAll(others.grids);
        Set<Long> allBuildings = new LinkedHashSet<>(buildings);
        allBuildings.addAll(others.buildings);
        return new TypedPlaces(allGrids, allBuildings);
    }

    /** Grids stay grids while nothing else is chosen; with single buildings beside them they become their buildings. */
    Audience audience(boolean everything, boolean gridGroups, Areas areas) {
        if (everything) {
            return new Audience.Everything(gridGroups);
        }
        if (buildings.isEmpty() && !grids.isEmpty()) {
            return new Audience.Grids(List.copyOf(grids), gridGroups);
        }
        Set<Long> all = new LinkedHashSet<>(buildings);
        grids.forEach(grid -> areas.buildingsOf(grid).forEach(building -> all.add(building.id())));
        return new Audience.Buildings(List.copyOf(all));
    }

    List<Long> ids() {
        return Stream.concat(grids.stream(), buildings.stream()).toList();
    }
}

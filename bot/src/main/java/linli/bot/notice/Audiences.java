package linli.bot.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** Turns an audience into the groups it means now. */
@Component
class Audiences {

    private final Areas areas;
    private final ChatGroups groups;

    Audiences(Areas areas, ChatGroups groups) {
        this.areas = areas;
        this.groups = groups;
    }

    Reach resolve(Audience audience) {
        List<Area> wanted = wanted(audience);
        Map<Long, ChatGroup> found = new LinkedHashMap<>();
        Set<Long> reached = new HashSet<>();
        for (ChatGroup group : groups.boundTo(wanted.stream().map(Area::id).toList())) {
            if (group.externalChatId() != null) {
                found.put(group.id(), group);
                reached.add(group.areaId());
            }
        }
        List<String> unreachable = wanted.stream().filter(area -> !reached.contains(area.id())).map(Area::name).toList();
        return new Reach(label(audience), List.copyOf(found.values()), unreachable);
    }

    /** The places as a notice names them; empty while none is chosen. */
    String label(Audience audience) {
        if (audience instanceof Audience.Everything) {
            return Texts.of("notice.audience.everything");
        }
        if (audience instanceof Audience.Grids grids) {
            return join(areas.grids().stream().filter(area -> grids.gridIds().contains(area.id())).map(Area::name).toList());
        }
        Set<Long> ids = new HashSet<>(((Audience.Buildings) audience).areaIds());
        return join(areas.buildings().stream().filter(area -> ids.contains(area.id())).map(Area::name).toList());
    }

    private List<Area> wanted(Audience audience) {
        Set<Area> wanted = new LinkedHashSet<>();
        if (audience instanceof Audience.Everything everything) {
            wanted.addAll(areas.buildings());
            if (everything.gridGroups()) {
                wanted.addAll(areas.grids());
            }
        } else if (audience instanceof Audience.Grids grids) {
            List<Area> chosen = areas.grids().stream().filter(area -> grids.gridIds().contains(area.id())).toList();
            chosen.forEach(grid -> wanted.addAll(areas.buildingsOf(grid.id())));
            if (grids.gridGroups()) {
                wanted.addAll(chosen);
            }
        } else {
            Set<Long> ids = new HashSet<>(((Audience.Buildings) audience).areaIds());
            areas.buildings().stream().filter(area -> ids.contains(area.id())).forEach(wanted::add);
        }
        List<Area> ordered = new ArrayList<>(wanted);
        ordered.sort(Comparator.comparing(Area::kind).reversed());
        return ordered;
    }

    private static String join(List<String> names) {
        return String.join("、", names);
    }
}

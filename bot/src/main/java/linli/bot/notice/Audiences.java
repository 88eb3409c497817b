package linli.bot.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import linli.bot.community.Area;
import linli.bot.community.AreaKind;
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
    private final SelectionMapper selections;

    Audiences(Areas areas, ChatGroups groups, SelectionMapper selections) {
        this.areas = areas;
        this.groups = groups;
        this.selections = selections;
    }

    Reach resolve(Audience audience) {
        Plain plain = plain(audience);
        if (plain.from() instanceof Audience.Subscribed topic) {
            return new Reach(label(audience), subscribed(topic).filter(group -> !plain.leavesOut(group)).toList(), List.of());
        }
        List<Area> wanted = wanted(plain.from()).stream().filter(area -> !plain.leavesOut(area)).toList();
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
        Plain plain = plain(audience);
        String all = labelOf(plain);
        if (all.isEmpty() || plain.except().isEmpty() || plain.from() instanceof Audience.Buildings || plain.from() instanceof Audience.Subscribed) {
            return all;
        }
        List<String> left = Stream.concat(areas.grids().stream(), areas.buildings().stream())
                .filter(area -> plain.except().contains(area.id()))
                .map(Area::name)
                .toList();
        return left.isEmpty() ? all : Texts.of("notice.audience.except", all, join(left));
    }

    private String labelOf(Plain plain) {
        if (plain.from() instanceof Audience.Everything) {
            return Texts.of("notice.audience.everything");
        }
        if (plain.from() instanceof Audience.Grids grids) {
            return join(areas.grids().stream().filter(area -> grids.gridIds().contains(area.id())).map(Area::name).toList());
        }
        if (plain.from() instanceof Audience.Subscribed topic) {
            List<Long> ids = subscribed(topic).filter(group -> !plain.leavesOut(group)).map(ChatGroup::areaId).filter(Objects::nonNull).toList();
            return join(Stream.concat(areas.grids().stream(), areas.buildings().stream()).filter(area -> ids.contains(area.id())).map(Area::name).toList());
        }
        Set<Long> ids = new HashSet<>(((Audience.Buildings) plain.from()).areaIds());
        return join(areas.buildings().stream().filter(area -> ids.contains(area.id()) && !plain.leavesOut(area)).map(Area::name).toList());
    }

    private Stream<ChatGroup> subscribed(Audience.Subscribed topic) {
        Set<Long> ids = new HashSet<>(selections.findSubscribed(topic.topic()));
        return groups.all().stream().filter(group -> ids.contains(group.id()) && group.isBound() && group.externalChatId() != null);
    }

    /**
     * An audience of places or of a topic, and what is left out of it.
     *
     * @param from not a saved selection, which stands for what it holds
     */
    private record Plain(Audience from, Set<Long> except) {

        boolean leavesOut(Area area) {
            return except.contains(area.id()) || area.kind() == AreaKind.BUILDING && except.contains(area.parentId());
        }

        boolean leavesOut(ChatGroup group) {
            return except.contains(group.areaId()) || except.contains(group.gridId());
        }
    }

    private Plain plain(Audience audience) {
        if (audience instanceof Audience.Except some) {
            Plain from = plain(some.from());
            Set<Long> except = new HashSet<>(from.except());
            except.addAll(some.areaIds());
            return new Plain(from.from(), except);
        }
        if (audience instanceof Audience.Saved saved) {
            SelectionMapper.Row row = selections.find(saved.selectionId());
            return row == null || row.removed() ? new Plain(Audience.nobody(), Set.of()) : plain(row.toSelection().audience());
        }
        return new Plain(audience, Set.of());
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

package linli.admin.groups;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.bot.community.Area;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.ConsentShare;
import linli.bot.community.GroupStatus;
import linli.bot.community.Members;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.AreaLoad;
import linli.bot.ticket.TicketLists;
import org.springframework.stereotype.Component;

/** Puts together what the board shows; six short questions to the database, however many buildings there are. */
@Component
class Board {

    private static final Pattern BUILDING = Pattern.compile(Texts.of("groups.guess.building"));
    private static final Pattern GRID = Pattern.compile(Texts.of("groups.guess.grid"));

    private final Areas areas;
    private final ChatGroups groups;
    private final Members members;
    private final StaffMembers staff;
    private final TicketLists lists;

    Board(Areas areas, ChatGroups groups, Members members, StaffMembers staff, TicketLists lists) {
        this.areas = areas;
        this.groups = groups;
        this.members = members;
        this.staff = staff;
        this.lists = lists;
    }

    /** The grids this person may see. */
    List<GridColumn> columns(Actor actor) {
        Lookup lookup = new Lookup();
        Map<Long, List<Area>> buildings = areas.buildings().stream().collect(Collectors.groupingBy(Area::parentId));
        return areas.grids().stream()
                .filter(grid -> mayOpen(actor, grid.id()))
                .map(grid -> new GridColumn(
                        grid.id(),
                        grid.name(),
                        lookup.workers(grid.id()),
                        lookup.tile(grid),
                        buildings.getOrDefault(grid.id(), List.of()).stream().map(lookup::tile).toList()))
                .toList();
    }

    /** Where a group stands does not tell anything about a resident, so the administrator may see it too. */
    static boolean mayOpen(Actor actor, Long gridId) {
        return actor.is(Role.ADMIN) || actor.scope().covers(gridId, null);
    }

    List<Unbound> unbound() {
        return groups.all().stream()
                .filter(group -> group.status() == GroupStatus.UNBOUND)
                .map(group -> new Unbound(group, guess(group.name())))
                .toList();
    }

    private Long guess(String name) {
        Matcher building = BUILDING.matcher(name);
        if (building.find()) {
            return areas.building(building.group(1)).map(Area::id).orElse(null);
        }
        Matcher grid = GRID.matcher(name);
        return grid.find()
                ? areas.grids().stream().filter(area -> area.number().equals(grid.group(1))).findFirst().map(Area::id).orElse(null)
                : null;
    }

    private final class Lookup {

        private final Map<Long, ChatGroup> byArea = groups.all().stream()
                .filter(group -> group.areaId() != null)
                .collect(Collectors.toMap(ChatGroup::areaId, Function.identity(), (first, second) -> first));
        private final Map<Long, AreaLoad> loads =
                lists.loads().stream().collect(Collectors.toMap(AreaLoad::areaId, Function.identity()));
        private final Map<Long, ConsentShare> shares =
                members.consentShares().stream().collect(Collectors.toMap(ConsentShare::groupId, Function.identity()));
        private final List<Staff> people = staff.all();
        private final Map<String, String> names = people.stream()
                .collect(Collectors.toMap(Staff::userid, person -> person.nickname() == null ? person.name() : person.nickname()));

        private Tile tile(Area area) {
            ChatGroup group = byArea.get(area.id());
            AreaLoad load = loads.getOrDefault(area.id(), new AreaLoad(area.id(), 0, 0));
            if (group == null) {
                return new Tile(area.name(), null, false, load.open(), load.overdue(), null, null, null);
            }
            ConsentShare share = shares.get(group.id());
            return new Tile(
                    area.kind() == AreaKind.GRID ? group.name() : area.name(),
                    group.id(),
                    group.isBound(),
                    load.open(),
                    load.overdue(),
                    group.lastHeardAt(),
                    share == null ? null : (int) Math.round(share.share() * 100),
                    group.ownerUserid() == null ? null : names.getOrDefault(group.ownerUserid(), group.ownerUserid()));
        }

        private String workers(long gridId) {
            return people.stream()
                    .filter(person -> person.active() && person.roles().contains(Role.GRID) && Long.valueOf(gridId).equals(person.gridId()))
                    .map(Staff::name)
                    .collect(Collectors.joining(Texts.of("list.separator")));
        }
    }
}

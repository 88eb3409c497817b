package linli.admin.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linli.admin.security.CurrentStaff;
import linli.bot.staff.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The menu of the person at the console; templates ask it as {@code @menu}. */
@Component("menu")
public class Menu {

    /** What the bar at the foot of a phone has room for, beside 更多. */
    private static final int ON_PHONE = 4;

    private final CurrentStaff current;
    private final ObjectProvider<Badge> badges;

    Menu(CurrentStaff current, ObjectProvider<Badge> badges) {
        this.current = current;
        this.badges = badges;
    }

    /**
     * An entry as it is drawn.
     *
     * @param key also the name of its picture
     * @param badge what waits there for the person; 0 for nothing
     * @param first whether the bar of a phone shows it
     */
    public record Item(String key, String path, String label, int badge, boolean first) {}

    public List<Item> items() {
        return current.find().map(this::itemsOf).orElse(List.of());
    }

    private List<Item> itemsOf(Actor actor) {
        Map<String, Badge> byEntry = badges.stream().collect(Collectors.toMap(Badge::at, Function.identity()));
        List<MenuEntry> entries = entriesOf(actor);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> item(entries.get(i), byEntry.get(entries.get(i).key()), actor, i < ON_PHONE))
                .toList();
    }

    private static List<MenuEntry> entriesOf(Actor actor) {
        return Arrays.stream(MenuEntry.values()).filter(entry -> entry.isFor(actor)).toList();
    }

    private static Item item(MenuEntry entry, Badge badge, Actor actor, boolean first) {
        return new Item(entry.key(), entry.path(), entry.label(), badge == null ? 0 : badge.waiting(actor), first);
    }

    /** Whether a phone shows this place behind 更多. */
    public boolean isUnderMore(String at) {
        return at.equals("more")
                || current.find().stream().flatMap(actor -> entriesOf(actor).stream().skip(ON_PHONE)).anyMatch(entry -> entry.key().equals(at));
    }

    /** Name of the person, for the foot of the menu. */
    public String who() {
        return current.find().map(Actor::name).orElse("");
    }

}

package linli.admin.groups;

import java.util.List;

/** A grid of the board: its own group first, then its buildings. */
public record GridColumn(long gridId, String name, String workers, Tile own, List<Tile> buildings) {

    public int open() {
        return buildings.stream().mapToInt(Tile::open).sum() + own.open();
    }

    public int overdue() {
        return buildings.stream().mapToInt(Tile::overdue).sum() + own.overdue();
    }
}

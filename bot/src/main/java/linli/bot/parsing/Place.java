package linli.bot.parsing;

import java.util.List;
import java.util.Objects;

/**
 * A place inside the community, numbers normalised to bare digits or letters ({@code 2单元} is {@code 2}, {@code 负一楼}
 * is {@code -1}).
 *
 * @param buildings 楼栋; several for {@code 12、13、15栋}; empty when the words name none
 * @param units 单元
 * @param floor 楼层, or null
 * @param room 房号, or null; never shown in a group
 * @param spot a place by name (停车场, 小区门口), or null
 */
public record Place(List<String> buildings, List<String> units, String floor, String room, String spot) {

    public static final Place NOWHERE = new Place(List.of(), List.of(), null, null, null);

    public Place {
        buildings = List.copyOf(buildings);
        units = List.copyOf(units);
    }

    public boolean isNowhere() {
        return Objects.equals(this, NOWHERE);
    }
}

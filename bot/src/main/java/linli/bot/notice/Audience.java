package linli.bot.notice;

import java.util.List;

/** To whom a notice goes; which chat groups that means is looked up when it is submitted and again when it is sent. */
public sealed interface Audience {

    /** Chosen buildings, by area id. */
    record Buildings(List<Long> areaIds) implements Audience {
        public Buildings {
            areaIds = List.copyOf(areaIds);
        }
    }

    /**
     * All buildings of some grids.
     *
     * @param gridGroups also the grids' own groups
     */
    record Grids(List<Long> gridIds, boolean gridGroups) implements Audience {
        public Grids {
            gridIds = List.copyOf(gridIds);
        }
    }

    /**
     * All buildings of the community.
     *
     * @param gridGroups also the grids' own groups
     */
    record Everything(boolean gridGroups) implements Audience {}

    static Audience nobody() {
        return new Buildings(List.of());
    }
}

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

    /** A selection that the community keeps under a name, whatever it means by then. */
    record Saved(long selectionId) implements Audience {}

    /** The groups that asked for notices of this topic. */
    record Subscribed(NoticeTopic topic) implements Audience {}

    /**
     * All of another but some places.
     *
     * @param from not itself one of these
     * @param areaIds buildings, or grids with all that is theirs
     */
    record Except(Audience from, List<Long> areaIds) implements Audience {
        public Except {
            areaIds = List.copyOf(areaIds);
        }
    }

    static Audience nobody() {
        return new Buildings(List.of());
    }

    /** @param areaIds none: the audience as it is */
    default Audience except(List<Long> areaIds) {
        return areaIds.isEmpty() ? this : new Except(this, areaIds);
    }
}

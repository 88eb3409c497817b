package linli.bot.staff;

/**
 * Which rows a person may see; every query over tickets takes one. Default is nothing.
 *
 * @param all the whole community
 * @param gridId only this grid
 * @param unitId only what was given to this 承办单位
 */
public record DataScope(boolean all, Long gridId, Long unitId) {

    public static final DataScope COMMUNITY = new DataScope(true, null, null);
    public static final DataScope NOTHING = new DataScope(false, null, null);

    public static DataScope ofGrid(long gridId) {
        return new DataScope(false, gridId, null);
    }

    public static DataScope ofUnit(long unitId) {
        return new DataScope(false, null, unitId);
    }

    /** Whether a thing of this grid, given to this unit, lies inside. */
    public boolean covers(Long grid, Long unit) {
        return all || gridId != null && gridId.equals(grid) || unitId != null && unitId.equals(unit);
    }
}

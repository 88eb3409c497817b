package linli.bot.parsing;

/**
 * What the reader needs to know beside the words.
 *
 * @param building number of the building (楼栋) the group is bound to, digits only; null in a grid's group
 * @param fromStaff whether the speaker is staff or property personnel; decided by the member table, never the nickname
 * @param nicknamePlace the place the nickname states ({@code 3-2-501}); empty when it states none
 * @param openCategory category of the open ticket the group is talking about, null when there is none
 */
public record Context(String building, boolean fromStaff, Place nicknamePlace, Category openCategory) {

    public static Context ofBuilding(String building) {
        return new Context(building, false, Place.NOWHERE, null);
    }

    public static Context ofGrid() {
        return new Context(null, false, Place.NOWHERE, null);
    }
}

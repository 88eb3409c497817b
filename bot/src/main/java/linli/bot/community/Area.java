package linli.bot.community;

/**
 * A node of the community's tree.
 *
 * @param number what people say: 12 of 12栋, 2 of 第2网格; null for the community
 */
public record Area(long id, String code, AreaKind kind, String name, String number, Long parentId, int households) {}

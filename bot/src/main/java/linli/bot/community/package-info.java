/**
 * 社区: the tree of areas (社区 / 网格 / 楼栋 / 单元), the chat groups bound to it, and who is in them. Doors: {@link
 * linli.bot.community.Areas}, {@link linli.bot.community.ChatGroups}, {@link linli.bot.community.Members}. Owns tables
 * {@code area}, {@code chat_group}, {@code member}. Publishes {@link linli.bot.community.GroupUnbound} and {@link
 * linli.bot.community.GroupBound}, and {@link linli.bot.community.MemberArrived} for whom somebody welcomes.
 */
package linli.bot.community;

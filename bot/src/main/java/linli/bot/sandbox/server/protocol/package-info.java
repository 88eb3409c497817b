/**
 * WeCom's protocol as far as the product uses it: tokens, customer groups, 企业群发 with its owner's confirmation, app messages
 * and group robots, with WeCom's limits and error codes. Doors: {@link linli.bot.sandbox.server.protocol.GroupTasks} and
 * {@link linli.bot.sandbox.server.protocol.AppMessages}. Tables {@code group_task}, {@code group_task_target}, {@code
 * group_task_remind}, {@code app_message}. Pages: developer.work.weixin.qq.com/document/path/91039, 92119 to 92122, 92135,
 * 93338, 97610, 97611, 90236, 91770, 90313.
 */
package linli.bot.sandbox.server.protocol;

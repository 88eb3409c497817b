/**
 * 应用消息: says something to one member of the staff (developer.work.weixin.qq.com/document/path/90236). {@link
 * linli.bot.wecom.staffapp.StaffAppChannel} keeps below the 30 a minute that WeCom delivers to one person; what is above it
 * would be dropped without a word. Owns no table.
 */
package linli.bot.wecom.staffapp;

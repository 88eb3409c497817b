/**
 * 客户群: which groups there are and who is in them, as WeCom knows it. {@link linli.bot.wecom.contacts.GroupRoster} reads
 * one group or all of them anew and tells {@code community}; events of WeCom ({@code change_external_chat}) only say when to
 * look, since they may be lost or come out of order. Owns no table.
 */
package linli.bot.wecom.contacts;

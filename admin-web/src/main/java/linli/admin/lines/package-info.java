/** 待发送: lines of the bot that wait until a person has posted them in their group by hand. */
package linli.admin.lines;

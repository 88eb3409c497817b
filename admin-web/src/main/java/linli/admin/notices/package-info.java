/**
 * 通知 at /notices: the list with what waits for the person first, the form with its preview, one notice with its review and
 * its deliveries group by group. Decides nothing; the rules are the bot's.
 */
package linli.admin.notices;

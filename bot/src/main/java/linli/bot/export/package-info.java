/**
 * Lists as spreadsheets. Every cell is text, so that none can become a formula; residents' words only for those who may and
 * say why, and every export is in the audit log. Door: {@link linli.bot.export.TicketExports}. Owns no table.
 */
package linli.bot.export;

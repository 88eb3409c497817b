/**
 * 工单 at the console: the list with its filters, one ticket with its words and history, and the forms by which people act
 * on it. Which forms a person is offered comes from the table in {@link linli.bot.ticket.TicketAction}; whether the step is
 * taken is decided by {@link linli.bot.ticket.Tickets} alone.
 */
package linli.admin.tickets;

/**
 * 工单: what residents want done. Door {@link linli.bot.ticket.Tickets}; {@link linli.bot.ticket.TicketAction} is the whole
 * state machine; {@link linli.bot.ticket.Announcements} decides when a group hears of it, {@code NightLadder} who is called
 * in an emergency. Tables {@code ticket}, {@code ticket_day}, {@code ticket_voice}, {@code ticket_message}, {@code
 * ticket_event}, {@code announcement}, {@code night_ladder}. Publishes {@code TicketOpened}, {@code TicketMoved}, {@code
 * VoicesGrew} inside the transaction; whoever reacts to them commits or fails together with the ticket.
 */
package linli.bot.ticket;

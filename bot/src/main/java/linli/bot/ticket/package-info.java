/**
 * 工单: what residents want done. Doors: {@link linli.bot.ticket.Tickets} to one of them,
 * {@link linli.bot.ticket.GroupTickets} to those a group talks about, {@link linli.bot.ticket.TicketLists} to those staff look
 * for. {@link linli.bot.ticket.TicketAction} is the whole state machine; {@link linli.bot.ticket.Announcements} decides when a group hears of it, {@code NightLadder} who is called
 * in an emergency, {@code TicketTaps} what may be taken back, {@code Reminders} when residents are asked again. Tables
 * {@code ticket}, {@code ticket_day}, {@code ticket_voice}, {@code ticket_message}, {@code ticket_event}, {@code ticket_tap},
 * {@code ticket_looker}, {@code announcement}, {@code night_ladder}. Publishes {@code TicketOpened}, {@code TicketMoved},
 * {@code VoicesGrew}, {@code TapUndone} inside the transaction; whoever reacts to them commits or fails with the ticket.
 */
package linli.bot.ticket;

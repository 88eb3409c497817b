package linli.bot.ticket;

/** How many tickets a person sees in each group of the list, and how many are that person's own. */
public record TicketCounts(
        int candidates, int waiting, int working, int dueToday, int overdue, int emergencies, int mine, int openedToday, int resolvedToday) {}

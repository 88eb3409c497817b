package linli.bot.ticket;

/** How many tickets a person sees in each group of the list, and how many are that person's own; none is counted past {@link #MOST}. */
public record TicketCounts(int candidates, int waiting, int working, int dueToday, int overdue, int mine) {

    /** This many and more are the same: a page shows them as 999+. */
    public static final int MOST = 1000;

    public int open() {
        return Math.min(waiting + working, MOST);
    }
}

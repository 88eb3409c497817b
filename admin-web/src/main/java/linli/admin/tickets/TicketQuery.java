package linli.admin.tickets;

import java.util.Map;
import linli.bot.parsing.Category;
import linli.bot.staff.Actor;
import linli.bot.ticket.TicketFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is asked, as its address says it; a shared address asks the same.
 *
 * @param tab which tickets; null is everything still open, or everything there ever was when words are looked for
 * @param grid id of the grid, for those who see more than one
 * @param mine only what the person at the console has in hand
 * @param q part of place, matter or number
 * @param before id of the last row of the page before
 */
public record TicketQuery(TicketFilter.Group tab, Long grid, String building, Category category, Boolean mine, String q, Long before) {

    private static final int PAGE = 50;

    public static final TicketQuery OPEN = new TicketQuery(TicketFilter.Group.OPEN, null, null, null, false, null, null);

    public TicketQuery {
        mine = Boolean.TRUE.equals(mine);
        q = q == null || q.isBlank() ? null : q.strip();
        tab = tab != null ? tab : q == null ? TicketFilter.Group.OPEN : TicketFilter.Group.ALL;
        building = building == null || building.isBlank() ? null : building.strip();
    }

    TicketFilter filter(Actor actor) {
        return new TicketFilter(tab, grid, building, category, q, mine ? actor.staffId() : null, null, before, PAGE);
    }

    static boolean isFullPage(int rows) {
        return rows >= PAGE;
    }

    public boolean isNarrowed() {
        return grid != null || building != null || category != null || mine || q != null;
    }

    public TicketQuery tab(TicketFilter.Group other) {
        return new TicketQuery(other, grid, building, category, mine, q, null);
    }

    public TicketQuery grid(Long other) {
        return new TicketQuery(tab, other, building, category, mine, q, null);
    }

    public TicketQuery category(Category other) {
        return new TicketQuery(tab, grid, building, other, mine, q, null);
    }

    public TicketQuery mine(boolean other) {
        return new TicketQuery(tab, grid, building, category, other, q, null);
    }

    public TicketQuery building(String other) {
        return new TicketQuery(tab, grid, other, category, mine, q, null);
    }

    public TicketQuery after(Long lastId) {
        return new TicketQuery(tab, grid, building, category, mine, q, lastId);
    }

    /** Only the tab, nothing narrowed. */
    public TicketQuery wide() {
        return tab == TicketFilter.Group.ALL ? OPEN : OPEN.tab(tab);
    }

    /** Whether somebody chose the tab, so that a search stays in it. */
    public boolean isTabChosen() {
        return tab != TicketFilter.Group.OPEN && tab != TicketFilter.Group.ALL;
    }

    public String url() {
        return at("/tickets");
    }

    /** The form that exports what the list shows. */
    public String exportUrl() {
        return at("/tickets/export");
    }

    /** The rows alone, for a page that refreshes itself. */
    public String rowsUrl() {
        return at("/tickets/rows");
    }

    private String at(String path) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path).queryParam("tab", tab);
        if (grid != null) {
            url.queryParam("grid", grid);
        }
        if (building != null) {
            url.queryParam("building", "{building}");
        }
        if (category != null) {
            url.queryParam("category", category);
        }
        if (mine) {
            url.queryParam("mine", true);
        }
        if (q != null) {
            url.queryParam("q", "{q}");
        }
        if (before != null) {
            url.queryParam("before", before);
        }
        // As variables, so that whatever was typed is encoded.
        return url.encode().buildAndExpand(Map.of("building", building == null ? "" : building, "q", q == null ? "" : q)).toUriString();
    }
}

package linli.bot.wecom;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a list of WeCom's goes on that comes page by page. A page that points back to one that was read ends the list: no
 * answer of theirs may keep a worker of ours turning for ever.
 */
public final class Cursor {

    private final Set<String> read = new HashSet<>();
    private String at;
    private boolean more = true;

    public boolean hasMore() {
        return more;
    }

    /** What to ask the next page with; null for the first. */
    public String at() {
        return at;
    }

    /** @param next as the page says it; null or empty on the last */
    public void to(String next) {
        more = next != null && !next.isEmpty() && read.add(next);
        at = next;
    }
}

package linli.bot.notice;

/**
 * How many 群发 a group may still get in a month.
 *
 * @param left what the platform still takes; the last {@value #RESERVE} of them open only for 紧急发布 (C21)
 */
public record Quota(int left) {

    public static final int RESERVE = 5;

    public Quota {
        left = Math.max(0, left);
    }

    /** For notices that are not urgent. */
    public int usual() {
        return Math.max(0, left - RESERVE);
    }

    public int reserve() {
        return Math.min(left, RESERVE);
    }

    boolean allows(boolean urgent) {
        return (urgent ? left : usual()) > 0;
    }
}

package linli.bot.parsing;

/**
 * One kind of trouble the lexicon knows: what its row says apart from its words.
 *
 * @param emergency whether it comes from {@code emergencies.csv}
 * @param level the highest level its words alone may reach
 * @param bound whether it sits in one building, so that it needs to be known which
 * @param order place in the files; the earlier row wins a tie
 */
record Kind(
        String key,
        Category category,
        Intent intent,
        Level level,
        String thing,
        String matter,
        Urgency urgency,
        boolean urgent,
        boolean restricted,
        boolean bound,
        String reply,
        boolean emergency,
        int order) {

    /** Outages are asked as often as they are told: 停水了？ */
    boolean isOutage() {
        return reply.equals("blackout") || key.startsWith("no-");
    }

    /** Kinds are keys of small maps on every line; the order is unique and cheap. */
    @Override
    public int hashCode() {
        return order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kind kind && kind.order == order && kind.key.equals(key);
    }
}

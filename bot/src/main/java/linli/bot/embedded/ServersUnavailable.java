package linli.bot.embedded;

/** An embedded server could not be started; which one, and where to look. */
class ServersUnavailable extends IllegalStateException {

    private final String server;
    private final String where;

    /**
     * @param server last part of the key {@code embedded.unavailable.*} in the texts
     * @param where a path to look at
     */
    ServersUnavailable(String server, String where, Exception cause) {
        super(server + " unavailable, see " + where, cause);
        this.server = server;
        this.where = where;
    }

    String server() {
        return server;
    }

    String where() {
        return where;
    }
}

package linli.bot.sandbox.server.protocol;

/** WeCom's own way to say no: HTTP 200 with an {@code errcode}. */
class WeComError extends RuntimeException {

    private final int code;

    public WeComError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    static WeComError parameter(String field) {
        return new WeComError(40058, "invalid parameter: " + field);
    }

    static WeComError missing(String field) {
        return new WeComError(40058, "missing parameter: " + field);
    }
}

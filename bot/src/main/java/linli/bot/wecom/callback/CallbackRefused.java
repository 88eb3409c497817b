package linli.bot.wecom.callback;

/** Not from WeCom, not for us, or not in time. Which of them is for our metrics only; the sender always hears the same. */
final class CallbackRefused extends Exception {

    private static final long serialVersionUID = 1L;

    enum Cause { UNREADABLE, SIGNATURE, TIME, CIPHER, RECEIVER }

    private final Cause why;

    CallbackRefused(Cause why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}

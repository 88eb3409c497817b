package linli.bot.notice;

/** How many groups have a notice, counted by state. */
public record Progress(long noticeId, int total, int sent, int manual, int waiting, int waitManual, int failed, int unknown, int cancelled) {

    /** Groups that have it, by whichever way. */
    public int there() {
        return sent + manual;
    }

    static Progress none(long noticeId) {
        return new Progress(noticeId, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}

package linli.bot.parsing;

/** What a line wants, as the taxonomy defines it. */
public enum Intent {
    REPORT, COMPLAINT, CONSULT, SUGGEST, CHAT, AD, NOTICE;

    /** Whether somebody should see to it. */
    public boolean isRequest() {
        return this == REPORT || this == COMPLAINT || this == CONSULT || this == SUGGEST;
    }
}

package linli.bot.parsing;

/** How far one match may go, and what held it back ({@code veto}, null when nothing did). */
record Verdict(Level level, Intent intent, Urgency urgency, boolean urgent, String veto) {

    static Verdict full(Kind kind) {
        return new Verdict(kind.level(), kind.intent(), kind.urgency(), kind.urgent(), null);
    }

    static Verdict chat(Intent intent, String veto) {
        return new Verdict(Level.CHAT, intent, Urgency.P3, false, veto);
    }

    /** Staff are asked instead; an emergency in doubt is still looked at soon. */
    Verdict lowered(String veto) {
        Urgency lower = urgency == Urgency.P0 ? Urgency.P1 : urgency;
        boolean lowers = level == Level.TICKET || level == Level.EMERGENCY;
        return lowers ? new Verdict(Level.CANDIDATE, intent, lower, urgent && level != Level.EMERGENCY, veto) : this;
    }

    Verdict question(String veto) {
        return new Verdict(Level.CANDIDATE, Intent.CONSULT, Urgency.P3, false, veto);
    }
}

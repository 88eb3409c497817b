package linli.bot.parsing;

/**
 * Decides how far a match may be believed (C1): a ticket needs an object, a fault or a request, a reading of now and
 * here, and no veto. In doubt staff are asked, not the group.
 */
final class Judge {

    private final Findings findings;
    private final Line line;
    private final Context context;
    private final boolean forwarded;

    Judge(Findings findings, Line line, Context context, boolean forwarded) {
        this.findings = findings;
        this.line = line;
        this.context = context;
        this.forwarded = forwarded;
    }

    Verdict of(Match match, Places.Located located) {
        Verdict full = Verdict.full(match.kind());
        Verdict verdict = match.kind().emergency() ? emergency(match, full) : ordinary(match, full, located);
        return forwarded ? verdict.lowered("forwarded") : verdict;
    }

    private Verdict emergency(Match match, Verdict full) {
        String figure = firstOf(Sign.FIGURE, Sign.DRILL, Sign.TRADE, Sign.FRAUD);
        if (figure != null) {
            return Verdict.chat(Intent.CHAT, figure);
        }
        if (findings.has(Sign.MEDIA)) {
            return Verdict.chat(Intent.CHAT, note(Sign.MEDIA));
        }
        if (supposes(match)) {
            return Verdict.chat(Intent.CHAT, note(Sign.HYPOTHETICAL));
        }
        if (isPast(match) || findings.beside(match, Sign.FIXED) != null) {
            return full.lowered(note(Sign.PAST));
        }
        if (findings.has(Sign.OUTSIDE)) {
            return full.lowered(note(Sign.OUTSIDE));
        }
        return line.laughs() ? full.lowered("laughs") : full;
    }

    private Verdict ordinary(Match match, Verdict full, Places.Located located) {
        String advert = firstOf(Sign.TRADE, Sign.FRAUD);
        if (advert != null && full.level() != Level.CANDIDATE) {
            return Verdict.chat(Intent.AD, advert);
        }
        String elsewhere = firstOf(Sign.MEDIA, Sign.OUTSIDE, Sign.DRILL, Sign.FIGURE, Sign.POLL, Sign.NEIGHBOURLY);
        if (elsewhere != null) {
            return Verdict.chat(Intent.CHAT, elsewhere);
        }
        if (isMended(match)) {
            return Verdict.chat(Intent.CHAT, note(Sign.FIXED));
        }
        if (supposes(match)) {
            return asks(match) ? full.question(note(Sign.HYPOTHETICAL)) : Verdict.chat(Intent.CHAT, note(Sign.HYPOTHETICAL));
        }
        if (isPast(match)) {
            return Verdict.chat(Intent.CHAT, note(Sign.PAST));
        }
        boolean proposes = findings.beside(match, Sign.SUGGEST) != null && findings.beside(match, Sign.REQUEST) == null;
        if (proposes && !findings.has(Sign.STILL)) {
            return new Verdict(Level.CANDIDATE, Intent.SUGGEST, full.urgency(), false, note(Sign.SUGGEST));
        }
        return doubts(match, full, located);
    }

    private Verdict doubts(Match match, Verdict full, Places.Located located) {
        if (findings.beside(match, Sign.HEARSAY) != null) {
            return full.lowered(note(Sign.HEARSAY));
        }
        boolean wonders = wonders(match) && findings.beside(match, Sign.REQUEST) == null;
        if (wonders && match.kind().level() == Level.CANDIDATE) {
            return full.question(note(Sign.DOUBT));
        }
        if (wonders && !(match.kind().isOutage() && located.source() != Trouble.PlaceSource.WORDS)) {
            return full.lowered(note(Sign.DOUBT));
        }
        if (line.laughs() && !full.urgent()) {
            return full.lowered("laughs");
        }
        boolean unplaced = match.kind().bound() && context.building() == null && located.place().buildings().isEmpty();
        return unplaced ? full.lowered("no building") : full;
    }

    /** What is asked after the trouble was told (跳闸了，是不是线路老化) doubts its cause, not the trouble. */
    private boolean wonders(Match match) {
        Hit doubt = findings.beside(match, Sign.DOUBT);
        return doubt != null && doubt.start() <= match.end() + 2;
    }

    /** 万一着火 after a real trouble does not make that one a supposition. */
    private boolean supposes(Match match) {
        Hit supposed = findings.beside(match, Sign.HYPOTHETICAL);
        return supposed != null && supposed.start() <= match.start();
    }

    /** 修好了 near the trouble mends it, unless it broke again afterwards. */
    private boolean isMended(Match match) {
        Hit fixed = findings.beside(match, Sign.FIXED);
        if (fixed == null) {
            return false;
        }
        Hit again = findings.beside(match, Sign.AGAIN);
        return !(again != null && again.start() > fixed.start() || match.fault().start() > fixed.end()
                && findings.beside(match, Sign.STILL) != null);
    }

    private boolean isPast(Match match) {
        return findings.beside(match, Sign.PAST) != null && findings.beside(match, Sign.STILL) == null && !findings.has(Sign.AGAIN);
    }

    private boolean asks(Match match) {
        return findings.has(Sign.ENQUIRY) || findings.has(Sign.DOUBT) || findings.has(Sign.WHY) || line.text().indexOf('?') >= 0;
    }

    private String firstOf(Sign... signs) {
        for (Sign sign : signs) {
            if (findings.has(sign)) {
                return note(sign);
            }
        }
        return null;
    }

    private String note(Sign sign) {
        Hit hit = findings.first(sign);
        return hit == null ? sign.name() : sign.name() + ":" + findings.words(hit);
    }
}

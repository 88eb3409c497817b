package linli.bot.parsing;

import java.util.Set;

/** Reads what a line adds to an open ticket; whether there is one is not decided here. */
final class FollowUps {

    /** Longer lines tell a story of their own. */
    private static final int LONGEST_REMARK = 24;
    private static final int LONGEST_DETAIL = 18;
    private static final Set<String> VOICES = Set.of("加1", "1", "11", "同", "顶", "一样", "也是", "也一样", "也是哦", "也是的", "一样哦", "一样的", "同同");

    private FollowUps() {
    }

    static FollowUp ofResident(Line line, Findings findings, Places places, boolean namesTrouble) {
        String bare = line.bare();
        if (bare.isEmpty() || findings.has(Sign.POLL) || findings.has(Sign.TRADE) || findings.has(Sign.NEIGHBOURLY)) {
            return null;
        }
        if (isVoice(bare) || findings.has(Sign.SAME)) {
            return FollowUp.SAME;
        }
        boolean brief = bare.length() <= LONGEST_REMARK;
        if (findings.has(Sign.MENDED) || brief && findings.has(Sign.ASK)) {
            return FollowUp.ASK;
        }
        if (findings.has(Sign.AGAIN)) {
            return FollowUp.AGAIN;
        }
        if (findings.has(Sign.FIXED) && !findings.has(Sign.HYPOTHETICAL) && brief) {
            return FollowUp.FIXED;
        }
        if (findings.has(Sign.THANKS) && bare.length() <= LONGEST_DETAIL && !namesTrouble) {
            return FollowUp.THANKS;
        }
        boolean detail = bare.length() <= LONGEST_DETAIL && !namesTrouble
                && (places.namesNumber() || findings.hasAnyFault() && !findings.has(Sign.FIGURE));
        return detail ? FollowUp.MORE : null;
    }

    static FollowUp ofStaff(Findings findings) {
        if (findings.has(Sign.FIXED) && !findings.has(Sign.ASK)) {
            return FollowUp.FIXED;
        }
        return findings.has(Sign.HANDLING) ? FollowUp.HANDLING : null;
    }

    /** +1 and its like, as the whole line or its beginning. */
    private static boolean isVoice(String bare) {
        boolean begins = bare.startsWith("+1") || bare.startsWith("一样") && bare.length() <= LONGEST_DETAIL;
        return begins || VOICES.contains(bare) || bare.endsWith("+1") && bare.length() <= 6;
    }
}

package linli.bot.referral;

import java.time.LocalDate;
import linli.bot.text.Texts;

/**
 * What is filled in when a ticket is handed off.
 *
 * @param department its name, for {@link Target#DEPARTMENT}
 * @param externalNo the number they gave; null when it is still to come (待回填)
 * @param followUp when somebody asks how far it is
 * @param remark may be null
 */
public record HandOff(Target target, String department, String externalNo, LocalDate followUp, String remark) {

    /** As the history tells it: 12345 热线，编号待回填，12月1日前回访. Null while nothing is chosen. */
    public String words() {
        if (target == null) {
            return null;
        }
        String to = target == Target.DEPARTMENT && department != null ? department : Texts.label(target);
        String number = externalNo == null ? Texts.of("referral.noNumber") : Texts.of("referral.number", externalNo);
        String words = followUp == null
                ? Texts.of("referral.words", to, number)
                : Texts.of("referral.words.until", to, number, String.valueOf(followUp.getMonthValue()), String.valueOf(followUp.getDayOfMonth()));
        return remark == null ? words : Texts.of("referral.words.remark", words, remark);
    }
}

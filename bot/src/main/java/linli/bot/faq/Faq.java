package linli.bot.faq;

import java.util.List;

/**
 * A question residents keep asking.
 *
 * @param title what it is about, as the answer names it: 社保卡办理地点和时间
 * @param keywords each one finds it; words joined by {@code +} must all be in the text
 * @param approved whether it may be said
 */
public record Faq(long id, String title, List<String> keywords, String answer, boolean approved) {

    public Faq {
        keywords = List.copyOf(keywords);
    }
}

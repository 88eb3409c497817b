package linli.admin.web;

import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** Chinese words for templates: {@code @words.label(ticket.state)}, {@code @words.of('key')}. */
@Component("words")
public class Words {

    /** The word for a constant; nothing for null. */
    public String label(Enum<?> constant) {
        return constant == null ? "" : Texts.label(constant);
    }

    public String of(String key, Object... values) {
        return Texts.of(key, values);
    }
}

package linli.admin.web;

import linli.bot.text.Texts;
import linli.bot.ticket.TicketCounts;
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

    /** A number of tickets, counted no further than 999+. */
    public String many(int tickets) {
        return tickets < TicketCounts.MOST ? String.valueOf(tickets) : Texts.of("tickets.many", String.valueOf(TicketCounts.MOST - 1));
    }

    /** 340 KB, 1.2 MB. */
    public String bytes(int size) {
        return size < 1024 * 1024
                ? Texts.of("size.kilobytes", String.valueOf(Math.max(1, size / 1024)))
                : Texts.of("size.megabytes", String.format("%.1f", size / 1024.0 / 1024.0));
    }
}

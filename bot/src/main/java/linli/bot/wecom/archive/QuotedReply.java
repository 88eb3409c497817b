package linli.bot.wecom.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The archive knows no quotation: a reply to a message arrives as one text with the quoted words in it. How it is set out is
 * not documented and differs by client, so this reads the ways that were seen and leaves everything else whole.
 *
 * @param quote the quoted words, without the name before them; null when nothing is quoted
 * @param text what the person wrote
 */
record QuotedReply(String quote, String text) {

    private static final String ANNOUNCED = "这是一条引用/回复消息";
    /** A line of dashes, with or without blanks between them. */
    private static final Pattern RULE = Pattern.compile("\\R[ \\t]*[-—–－][-—–－ \\t]{2,}(?:\\R|$)");
    private static final Pattern NAME = Pattern.compile("^(?![^：:]*\\d{3})[^：:\\n【】\\[\\]#，。！？；、]{1,30}[：:]");

    static QuotedReply of(String text) {
        if (text.startsWith("「")) {
            return bracketed(text).orElse(new QuotedReply(null, text));
        }
        if (text.startsWith(ANNOUNCED)) {
            return announced(text).orElse(new QuotedReply(null, text));
        }
        return new QuotedReply(null, text);
    }

    /** 「name：words」, a line of dashes or just a new line, the reply. */
    private static Optional<QuotedReply> bracketed(String text) {
        Matcher rule = RULE.matcher(text);
        if (rule.find()) {
            String head = text.substring(0, rule.start()).stripTrailing();
            if (head.endsWith("」")) {
                return reply(head.substring(1, head.length() - 1), text.substring(rule.end()));
            }
        }
        int end = text.indexOf("」\n");
        return end < 0 ? Optional.empty() : reply(text.substring(1, end), text.substring(end + 2));
    }

    /** 这是一条引用/回复消息： then "name：words", a line of dashes, the reply. */
    private static Optional<QuotedReply> announced(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.find()) {
            return Optional.empty();
        }
        String head = text.substring(ANNOUNCED.length(), rule.start());
        String quoted = head.replaceFirst("^[：:]?\\s*[\"“「]?", "").replaceFirst("[\"”」]?\\s*$", "");
        return reply(quoted, text.substring(rule.end()));
    }

    private static Optional<QuotedReply> reply(String quoted, String answer) {
        if (answer.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new QuotedReply(withoutName(quoted), answer.strip()));
    }

    /** A name stands before the first colon, but so may 通知 or a ticket's number; what does not look like a name stays. */
    private static String withoutName(String quoted) {
        return NAME.matcher(quoted).replaceFirst("").strip();
    }
}

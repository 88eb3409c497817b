package linli.bot.parsing;

/**
 * One line as it was said.
 *
 * @param text the words; empty for an image or a voice bubble
 * @param kind what kind of line it is
 * @param addressed whether the line speaks to the assistant (@小助手, or a quote of one of its lines)
 */
public record Utterance(String text, Kind kind, boolean addressed) {

    public enum Kind { TEXT, IMAGE, VOICE, FORWARD, OTHER }

    public static Utterance text(String text) {
        return new Utterance(text, Kind.TEXT, false);
    }
}

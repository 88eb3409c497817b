package linli.bot.sandbox.server.world;

import linli.bot.text.Texts;

/** A line in few words, as a list of chats or a quote shows it. */
public final class Summary {

    private Summary() {}

    public static String of(Line line, int length) {
        if (line.recalled()) {
            return Texts.of("sandbox.recalled");
        }
        if (line.kind() != Kind.TEXT) {
            return Texts.of("sandbox.kind." + line.kind().word());
        }
        String words = line.text().replaceAll("\\s+", " ");
        return words.length() <= length ? words : words.substring(0, Character.isHighSurrogate(words.charAt(length - 1)) ? length - 1 : length) + "…";
    }
}

package linli.bot.sandbox.server.world;

import java.util.List;

/** Something a caller asked for cannot be done, in a sentence for people, with the names he may have meant. */
public class Refused extends RuntimeException {

    private final int status;
    private final List<String> names;

    public Refused(int status, String sentence, List<String> names) {
        super(sentence);
        this.status = status;
        this.names = List.copyOf(names);
    }

    public static Refused invalid(String sentence) {
        return new Refused(400, sentence, List.of());
    }

    public static Refused conflict(String sentence) {
        return new Refused(409, sentence, List.of());
    }

    public int status() {
        return status;
    }

    public List<String> names() {
        return names;
    }
}

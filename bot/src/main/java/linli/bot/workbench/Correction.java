package linli.bot.workbench;

import java.time.Instant;

/**
 * What somebody corrected of a reading.
 *
 * @param words what was said, masked; empty once discarded
 * @param was how it was read, in words for people
 * @param labels as a corpus file writes them; empty for chat
 * @param ticketNo the ticket at which it was corrected; null when typed by hand
 */
public record Correction(
        long id, Kind kind, String words, String was, String shouldBe, String labels, String ticketNo, String madeBy, Instant madeAt, State state) {

    /** 误报, 漏报, 改类, 改址. */
    public enum Kind { FALSE_ALARM, MISSED, CATEGORY, PLACE }

    public enum State { NEW, APPROVED, DISCARDED }

    /** The correction in the form of {@code config/corpus}: a thread of its own, in a group of its own. */
    String asCorpus(String speaker) {
        String plain = words.replace('|', '／').replace('{', '（').replace('}', '）').replace("\n", "\\n");
        String note = kind == Kind.PLACE ? "# " + shouldBe.replace('\n', ' ') + "\n" : "";
        return "# group: C" + id + "\n" + note + speaker + " | " + (labels.isEmpty() ? "" : labels + " | ") + plain + "\n";
    }
}

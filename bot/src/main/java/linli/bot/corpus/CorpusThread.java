package linli.bot.corpus;

import java.util.List;

/**
 * Lines that belong together: tickets are numbered within it.
 *
 * @param file name of the file, without its folder
 */
public record CorpusThread(String file, String group, List<CorpusLine> lines) {
}

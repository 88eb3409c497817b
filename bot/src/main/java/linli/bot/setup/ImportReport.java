package linli.bot.setup;

import java.util.List;

/**
 * What came of reading a spreadsheet.
 *
 * @param problems everything that has to be mended; while there is any, nothing is imported
 * @param counts what it adds and changes, sheet by sheet; empty while there are problems
 */
public record ImportReport(List<CellProblem> problems, List<SheetCount> counts) {

    public ImportReport {
        problems = List.copyOf(problems);
        counts = List.copyOf(counts);
    }

    public boolean isClean() {
        return problems.isEmpty();
    }

    public boolean changesNothing() {
        return counts.stream().allMatch(count -> count.added() == 0 && count.changed() == 0);
    }
}

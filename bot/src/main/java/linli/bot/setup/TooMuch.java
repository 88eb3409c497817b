package linli.bot.setup;

import org.xml.sax.SAXException;

/** The spreadsheet holds more than a community can; reading stops here. */
final class TooMuch extends SAXException {

    private static final long serialVersionUID = 1L;

    private final transient CellProblem problem;

    TooMuch(CellProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    CellProblem problem() {
        return problem;
    }
}

package linli.bot.setup;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linli.bot.audit.AuditLog;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.problem.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Brings a community in from a spreadsheet: all of it, or nothing and a list of what has to be mended. */
@Component
@Transactional
public class Imports {

    private final DraftWriter writer;
    private final AuditLog audit;

    Imports(DraftWriter writer, AuditLog audit) {
        this.writer = writer;
        this.audit = audit;
    }

    /** What the file would do; nothing stays of it. */
    public ImportReport preview(Path file, Actor by) {
        ImportReport report = read(file, by);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return report;
    }

    /** Brings the file in. The same file again changes nothing; what it no longer names stays, except the duty roster. */
    public ImportReport apply(Path file, Actor by) {
        ImportReport report = read(file, by);
        if (report.isClean() && !report.changesNothing()) {
            audit.add(by.ref(), "setup.imported", "community", null);
        }
        return report;
    }

    private ImportReport read(Path file, Actor by) {
        if (!by.is(Role.ADMIN) && !by.is(Role.SYSTEM)) {
            throw new NotAllowed("problem.admin.only");
        }
        WorkbookReader.Book book = WorkbookReader.read(file);
        List<CellProblem> problems = new ArrayList<>(book.problems());
        if (problems.stream().anyMatch(problem -> problem.row() == 0)) {
            return new ImportReport(problems, List.of());
        }
        Draft draft = DraftReader.read(book, problems);
        return problems.isEmpty() ? new ImportReport(problems, writer.write(draft)) : new ImportReport(problems, List.of());
    }

    /** Writes an empty spreadsheet with all sheets, headings and what belongs in each. */
    public void template(OutputStream out) {
        BookWriter.write(Map.of(), out);
    }
}

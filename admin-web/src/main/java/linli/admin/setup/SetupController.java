package linli.admin.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import linli.bot.problem.Invalid;
import linli.bot.setup.ImportReport;
import linli.bot.setup.Imports;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

@Controller
class SetupController {

    private static final long LARGEST = 11L * 1024 * 1024;
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;

    SetupController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/setup")
    String index() {
        return "setup/index";
    }

    @GetMapping("/setup/template")
    void template(HttpServletResponse response) throws IOException {
        String name = Texts.of("setup.template.name");
        response.setContentType(SPREADSHEET);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        imports.template(response.getOutputStream());
    }

    /** Shows what the file would do. */
    @PostMapping("/setup/check")
    String check(
            @RequestParam MultipartFile file, Actor actor, @RequestHeader(name = "HX-Request", required = false) String htmx, Model model, HttpServletResponse response)
            throws IOException {
        model.addAttribute("checked", true);
        return answer(read(file, actor, imports::preview), htmx != null, model, response);
    }

    @PostMapping("/setup/import")
    String bringIn(
            @RequestParam MultipartFile file, Actor actor, @RequestHeader(name = "HX-Request", required = false) String htmx, Model model, HttpServletResponse response)
            throws IOException {
        return answer(read(file, actor, imports::apply), htmx != null, model, response);
    }

    private static String answer(ImportReport report, boolean htmx, Model model, HttpServletResponse response) {
        model.addAttribute("report", report);
        if (!report.isClean()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return htmx ? "setup/_report :: report" : "setup/index";
    }

    private static ImportReport read(MultipartFile file, Actor actor, BiFunction<Path, Actor, ImportReport> reader) throws IOException {
        if (file.getSize() > LARGEST) {
            throw new MaxUploadSizeExceededException(LARGEST);
        }
        if (file.isEmpty()) {
            throw new Invalid("problem.setup.noFile");
        }
        Path copy = Files.createTempFile("linli-setup", ".xlsx");
        try {
            file.transferTo(copy);
            return reader.apply(copy, actor);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}

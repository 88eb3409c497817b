package linli.admin.tickets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import linli.bot.export.TicketExports;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that is being looked at, as a spreadsheet. */
@Controller
@RequestMapping("/tickets/export")
class TicketExportController {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TicketExports exports;

    TicketExportController(TicketExports exports) {
        this.exports = exports;
    }

    @GetMapping
    String form(@ModelAttribute("query") TicketQuery query, Actor actor, Model model) {
        model.addAttribute("mayWords", actor.is(Role.DESK) || actor.is(Role.LEADER));
        return "tickets/export";
    }

    @PostMapping
    void export(
            @ModelAttribute("query") TicketQuery query,
            @RequestParam(defaultValue = "false") boolean words,
            @RequestParam(required = false) String reason,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        exports.allow(actor, words, reason, query.tab().name());
        response.setContentType(SPREADSHEET);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(Texts.of("export.name"), StandardCharsets.UTF_8).build().toString());
        exports.write(query.filter(actor), actor, words, response.getOutputStream());
    }
}

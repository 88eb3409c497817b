package linli.admin.audits;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.bot.audit.AuditEntry;
import linli.bot.audit.AuditLog;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log, newest first; it is read, never changed. */
@Controller
class AuditController {

    private static final int PAGE = 50;

    private final AuditLog audit;
    private final StaffMembers staff;

    AuditController(AuditLog audit, StaffMembers staff) {
        this.audit = audit;
        this.staff = staff;
    }

    /** What is asked for. */
    enum Kind {
        ALL(), WORDS("words.", "export.", "referral."), CHANGES("routing.", "calendar.", "phrase.", "staff.", "setup."), LOGIN("login.", "password.");

        private final List<String> actions;

        Kind(String... actions) {
            this.actions = List.of(actions);
        }
    }

    @GetMapping("/audit")
    String index(@RequestParam(defaultValue = "ALL") Kind kind, @RequestParam(required = false) Long before, Model model) {
        List<AuditEntry> entries = audit.of(kind.actions, before, PAGE);
        Map<String, String> names = staff.all().stream().collect(Collectors.toMap(Staff::userid, Staff::name));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("entries", entries);
        model.addAttribute("names", names);
        model.addAttribute("targets", entries.stream().collect(Collectors.toMap(AuditEntry::id, entry -> Targets.word(entry, names))));
        model.addAttribute("next", entries.size() < PAGE ? null : "/audit?kind=" + kind + "&before=" + entries.get(entries.size() - 1).id());
        return "audit/index";
    }
}

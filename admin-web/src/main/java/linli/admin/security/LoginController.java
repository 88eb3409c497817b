package linli.admin.security;

import linli.bot.problem.Invalid;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import linli.bot.staff.Logins;
import linli.bot.text.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import jakarta.servlet.http.HttpServletResponse;

/** The login page and the page that changes the own password. */
@Controller
class LoginController {

    private final Logins logins;
    private final CurrentStaff current;
    private final Settings settings;

    LoginController(Logins logins, CurrentStaff current, Settings settings) {
        this.logins = logins;
        this.current = current;
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) String to, Model model) {
        if (current.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("to", Doorman.isOurs(to) ? to : "");
        model.addAttribute("community", settings.communityName());
        return "security/login";
    }

    @GetMapping("/password")
    String password(Actor actor, Model model) {
        model.addAttribute("given", logins.mustChange(actor.staffId()));
        return "security/password";
    }

    @PostMapping("/password")
    String change(
            Actor actor,
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String again,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            if (!wanted.equals(again)) {
                throw new Invalid("problem.password.again");
            }
            logins.change(actor, current, wanted);
        } catch (Invalid e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", e.getMessage());
            return password(actor, model);
        }
        flash.addFlashAttribute("done", Texts.of("done.password"));
        return "redirect:/";
    }
}

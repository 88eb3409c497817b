package linli.admin.notices;

import linli.bot.outbox.SendingGate;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 暂停 and 恢复 of what goes out. */
@Controller
class SendingController {

    private final SendingGate gate;

    SendingController(SendingGate gate) {
        this.gate = gate;
    }

    @PostMapping("/notices/sending/pause")
    String close(@RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes flash) {
        gate.close(reason, actor);
        flash.addFlashAttribute("done", Texts.of("done.sending.closed"));
        return "redirect:/notices";
    }

    @PostMapping("/notices/sending/resume")
    String open(Actor actor, RedirectAttributes flash) {
        gate.open(actor);
        flash.addFlashAttribute("done", Texts.of("done.sending.opened"));
        return "redirect:/notices";
    }

    /** Every page of notices says when nothing goes out. */
    @ControllerAdvice(assignableTypes = {NoticesController.class})
    static class Shown {

        private final SendingGate gate;

        Shown(SendingGate gate) {
            this.gate = gate;
        }

        @ModelAttribute
        void show(Actor actor, Model model) {
            model.addAttribute("closed", gate.closed().orElse(null));
            model.addAttribute("mayOpen", gate.mayOpen(actor));
            model.addAttribute("mayClose", gate.mayClose(actor));
        }
    }
}

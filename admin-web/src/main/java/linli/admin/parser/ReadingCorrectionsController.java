package linli.admin.parser;

import java.nio.charset.StandardCharsets;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.workbench.Correction;
import linli.bot.workbench.ReadingCorrections;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people corrected, and the tap that makes a corpus line of it. */
@Controller
@RequestMapping("/parser/corrections")
class ReadingCorrectionsController {

    private final ReadingCorrections corrections;

    ReadingCorrectionsController(ReadingCorrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping
    String index(@RequestParam(defaultValue = "NEW") Correction.State state, Actor actor, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("corrections", corrections.inState(state));
        model.addAttribute("waiting", corrections.count(Correction.State.NEW));
        model.addAttribute("approved", corrections.count(Correction.State.APPROVED));
        model.addAttribute("mayDecide", ReadingCorrections.mayDecide(actor));
        return "parser/corrections";
    }

    @PostMapping("/missed")
    String missed(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) Category category,
            @RequestParam(defaultValue = "REPORT") Intent intent,
            @RequestParam(defaultValue = "false") boolean urgent,
            Actor actor,
            RedirectAttributes flash) {
        corrections.missed(words, intent, category, urgent, actor);
        flash.addFlashAttribute("done", Texts.of("parser.correction.noted"));
        return "redirect:/parser/corrections";
    }

    @PostMapping("/{id:\\d{1,18}}")
    String decide(
            @PathVariable long id, @RequestParam Correction.State decision, @RequestParam(defaultValue = "") String words, Actor actor, RedirectAttributes flash) {
        if (decision == Correction.State.APPROVED) {
            corrections.approve(id, words, actor);
        } else {
            corrections.discard(id, actor);
        }
        flash.addFlashAttribute("done", Texts.of("parser.correction.done." + (decision == Correction.State.APPROVED ? decision : Correction.State.DISCARDED)));
        return "redirect:/parser/corrections";
    }

    @GetMapping("/corrections.txt")
    ResponseEntity<byte[]> file() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("corrections.txt").build().toString())
                .body(corrections.corpusFile().getBytes(StandardCharsets.UTF_8));
    }
}

package linli.admin.parser;

import java.util.List;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.staff.Actor;
import linli.bot.workbench.StoredLines;
import linli.bot.workbench.TrialRun;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries out a line, or shows how one that was said was read. Words travel in the body: addresses end up in logs. */
@Controller
@RequestMapping("/parser")
class ParserController {

    private static final int LONGEST = 2_000;

    private final TrialRun trials;
    private final StoredLines stored;
    private final ChatGroups groups;

    ParserController(TrialRun trials, StoredLines stored, ChatGroups groups) {
        this.trials = trials;
        this.stored = stored;
        this.groups = groups;
    }

    @GetMapping
    String index(Model model) {
        return page("", null, TrialRun.Speaker.RESIDENT, "", model);
    }

    @PostMapping
    String read(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) Long group,
            @RequestParam(defaultValue = "RESIDENT") TrialRun.Speaker speaker,
            @RequestParam(defaultValue = "") String nickname,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            Model model) {
        String line = words.strip();
        line = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (!line.isEmpty()) {
            String called = nickname.strip().substring(0, Math.min(40, nickname.strip().length()));
            model.addAttribute("read", Explained.of(line, trials.run(new TrialRun.Spoken(group, speaker, called, line))));
        }
        String page = page(line, group, speaker, nickname, model);
        return partly ? "parser/_reading :: reading" : page;
    }

    @GetMapping("/lines/{id:\\d{1,18}}")
    String line(@PathVariable long id, Actor actor, Model model) {
        StoredLines.Seen seen = stored.seen(id, actor);
        model.addAttribute("seen", seen);
        model.addAttribute("pieces", Pieces.of(seen.words(), List.of(), seen.predicates()));
        model.addAttribute("vetoes", seen.vetoes().stream().map(Explained::veto).toList());
        model.addAttribute("category", Explained.category(seen.category()));
        return "parser/line";
    }

    private String page(String words, Long group, TrialRun.Speaker speaker, String nickname, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("group", group);
        model.addAttribute("speaker", speaker);
        model.addAttribute("nickname", nickname);
        model.addAttribute("groups", groups.all().stream().filter(ChatGroup::isBound).filter(each -> each.externalChatId() != null).toList());
        return "parser/index";
    }
}

package linli.bot.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.notice.Audience;
import linli.bot.notice.Notice;
import linli.bot.notice.NoticeDraft;
import linli.bot.notice.NoticeTemplate;
import linli.bot.notice.NoticeTemplates;
import linli.bot.notice.Notices;
import linli.bot.staff.Actor;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** {@code 通知 停水 09:00 17:00 水管检修} writes today's notice for the group's building and hands it in; {@code 通过} approves the last. */
@Component
class NoticeDeeds {

    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

    private final Notices notices;
    private final NoticeTemplates templates;
    private final ChatGroups groups;
    private final CommunityClock clock;

    NoticeDeeds(Notices notices, NoticeTemplates templates, ChatGroups groups, CommunityClock clock) {
        this.notices = notices;
        this.templates = templates;
        this.groups = groups;
        this.clock = clock;
    }

    static boolean isOne(String button) {
        return button.equals(Texts.of("rehearsal.notice")) || button.equals(Texts.of("rehearsal.approve"));
    }

    Optional<String> act(String chatId, Actor actor, String button, String rest) {
        return button.equals(Texts.of("rehearsal.notice")) ? write(chatId, actor, rest) : approve(actor);
    }

    private Optional<String> write(String chatId, Actor actor, String typed) {
        String[] words = typed.split("\\s+", 4);
        Optional<NoticeTemplate> template = templates.all().stream().filter(each -> each.label().startsWith(words[0])).findFirst();
        Optional<Long> area = groups.findByExternalId(chatId).map(ChatGroup::areaId);
        if (template.isEmpty() || area.isEmpty() || words.length < 4 || !TIME.matcher(words[1]).matches() || !TIME.matcher(words[2]).matches()) {
            return Optional.of(Texts.of("rehearsal.noNotice"));
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "reason", words[3], "start", clock.today() + "T" + words[1], "end", clock.today() + "T" + words[2]));
        NoticeDraft draft = new NoticeDraft(template.get().code(), null, values, new Audience.Buildings(List.of(area.get())), null);
        Notice notice = notices.create(null, draft, actor);
        notices.submit(notice.id(), null, true, actor);
        return Optional.empty();
    }

    private Optional<String> approve(Actor actor) {
        List<Notice> waiting = notices.waitingFor(actor);
        if (waiting.isEmpty()) {
            return Optional.of(Texts.of("rehearsal.nothingToApprove"));
        }
        waiting.forEach(notice -> notices.approve(notice.id(), null, null, actor));
        return Optional.empty();
    }
}

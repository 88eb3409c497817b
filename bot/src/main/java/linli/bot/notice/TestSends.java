package linli.bot.notice;

import java.util.List;
import linli.bot.audit.AuditLog;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 试发: a notice as it is now goes to the test groups, by the way a real one goes, so that its author sees it on a phone. It
 * is no delivery: no resident gets it, nothing of it counts, and it explains nothing.
 */
@Component
@Transactional
public class TestSends {

    private static final int MOST = 10;
    private static final int SHOWN = 6;

    private final TestSendMapper mapper;
    private final Notices notices;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final AuditLog audit;
    private final CommunityClock clock;

    TestSends(TestSendMapper mapper, Notices notices, ChatGroups groups, Outbox outbox, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.groups = groups;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Groups a trial goes to: bound as 测试群 and owned by somebody who can confirm. */
    @Transactional(readOnly = true)
    public List<ChatGroup> groups() {
        return groups.all().stream()
                .filter(group -> group.kind() == GroupKind.TEST && group.isBound() && group.externalChatId() != null && group.ownerUserid() != null)
                .toList();
    }

    /** The latest, newest first. */
    @Transactional(readOnly = true)
    public List<TestSend> of(long noticeId) {
        return mapper.find(noticeId, SHOWN);
    }

    public boolean may(Notice notice, Actor actor) {
        return notice.status().isUnsent() && (actor.is(Role.CLERK) || actor.is(Role.REVIEWER));
    }

    /** @throws Invalid when there is no test group, or ten trials were made of it */
    public void send(long noticeId, Actor actor) {
        Notice notice = notices.get(noticeId);
        if (!notice.status().isUnsent()) {
            throw new Conflict("problem.notice.state", Texts.label(notice.status()), Texts.of("notice.trial"));
        }
        if (!may(notice, actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.trial"));
        }
        List<ChatGroup> tests = groups();
        if (tests.isEmpty()) {
            throw new Invalid("problem.notice.trial.nowhere");
        }
        int before = mapper.count(noticeId);
        if (before + tests.size() > MOST) {
            throw new Invalid("problem.notice.trial.most", String.valueOf(MOST));
        }
        Preview preview = notices.preview(notice);
        String text = Texts.of("notice.trial.mark") + preview.text();
        for (ChatGroup group : tests) {
            String key = "notice-trial:" + noticeId + ":" + (before + 1) + ":g" + group.id();
            long line = outbox.put(new Draft(
                    key, Route.OWNER_CONFIRM, group.externalChatId(), group.ownerUserid(), null, text, "trial", true, null, clock.now()).with(notice.attachments()));
            mapper.insert(noticeId, group.id(), line, actor, clock.now());
        }
        audit.add(actor.ref(), "notice.tried", "notice:" + noticeId, null);
    }
}

package linli.bot.sandbox.server.protocol;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Ids;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Messages;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import linli.bot.sandbox.server.world.Posting;
import linli.bot.sandbox.server.world.Sql;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 企业群发: made by the app, sent by the owner's tap and by nothing else. */
@Component
public class GroupTasks {

    static final int SENT = 1;
    static final int NOT_MEMBER = 2;
    static final int OVER_LIMIT = 3;

    private static final int REMINDERS_A_DAY = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Groups groups;
    private final People people;
    private final Messages messages;
    private final AppMessages cards;
    private final Quota quota;
    private final TaskAttachments attachments;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    GroupTasks(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Groups groups,
            People people,
            Messages messages,
            AppMessages cards,
            Quota quota,
            TaskAttachments attachments,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.groups = groups;
        this.people = people;
        this.messages = messages;
        this.cards = cards;
        this.quota = quota;
        this.attachments = attachments;
        this.clock = clock;
        this.events = events;
    }

    /** @return the task's msgid */
    String create(Person sender, String text, String attachments, List<ChatGroup> targets) {
        String id = Ids.task();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into sandbox.group_task (id, sender_id, body, attachments, created_at) values (?, ?, ?, ?, ?)")
                    .params(id, sender.id(), Sql.bytes(text), attachments, Sql.at(clock.now()))
                    .update();
            for (int i = 0; i < targets.size(); i++) {
                jdbc.sql("insert into sandbox.group_task_target (task_id, group_id, position) values (?, ?, ?)")
                        .params(id, targets.get(i).id(), i)
                        .update();
            }
        });
        events.publishEvent(new TasksChanged(sender.id()));
        return id;
    }

    public Optional<GroupTask> find(String id) {
        return jdbc.sql(TASKS + " where t.id = ?").param(id).query((row, n) -> read(row)).optional();
    }

    /** What waits for an owner's tap, oldest first; for every owner when {@code ownerId} is null. */
    public List<GroupTask> waiting(String ownerId) {
        return jdbc.sql(TASKS + """
                         where t.confirmed_at is null and t.cancelled_at is null
                           and (cast(:owner as text) is null or t.sender_id = :owner)
                         order by t.created_at, t.id""")
                .param("owner", ownerId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Tasks made within a span of community time, the latest first. */
    List<GroupTask> created(Instant from, Instant to) {
        return jdbc.sql(TASKS + " where t.created_at >= ? and t.created_at <= ? order by t.created_at desc, t.id")
                .params(Sql.at(from), Sql.at(to))
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * The owner taps. Each group gets the text once, however often he taps.
     *
     * @param id one task, or null for all that wait for him
     * @return the tasks this tap sent
     */
    public List<GroupTask> confirm(Person owner, String id) {
        List<GroupTask> sent = new ArrayList<>();
        for (GroupTask task : waiting(owner.id())) {
            if (id == null || id.equals(task.id())) {
                if (Boolean.TRUE.equals(transactions.execute(status -> claim(task)))) {
                    task.targets().forEach(target -> send(task, target));
                    sent.add(find(task.id()).orElseThrow());
                }
            }
        }
        events.publishEvent(new TasksChanged(owner.id()));
        return sent;
    }

    private boolean claim(GroupTask task) {
        return jdbc.sql("update sandbox.group_task set confirmed_at = ? where id = ? and confirmed_at is null and cancelled_at is null")
                        .params(Sql.at(clock.now()), task.id())
                        .update()
                == 1;
    }

    /** The line's msgId is made of task and group, so a group never gets it twice. */
    private void send(GroupTask task, GroupTask.Target target) {
        ChatGroup group = groups.findById(target.groupId()).orElseThrow();
        Optional<Member> owner = groups.findMember(group.id(), task.sender().id());
        int status;
        String msgId = null;
        if (group.isDismissed() || owner.isEmpty() || !group.ownerId().equals(task.sender().id())) {
            status = NOT_MEMBER;
        } else if (quota.left(group.id()) == 0) {
            status = OVER_LIMIT;
        } else {
            status = SENT;
            msgId = say(task, group, owner.get());
        }
        jdbc.sql("update sandbox.group_task_target set status = ?, sent_at = ?, msg_id = ? where task_id = ? and group_id = ?")
                .params(status, Sql.at(clock.now()), msgId, task.id(), target.groupId())
                .update();
    }

    /** The words first, then a message for each attachment, as WeChat shows them. @return msgId of the first */
    private String say(GroupTask task, ChatGroup group, Member owner) {
        String first = null;
        if (!task.text().isBlank()) {
            first = task.id() + "-" + group.id() + "_external";
            messages.post(new Posting(group, owner, Kind.TEXT, task.text(), null, null, first, "OWNER_CONFIRM"));
        }
        int n = 0;
        for (TaskAttachments.Part part : attachments.parts(task.attachments())) {
            String id = task.id() + "-" + group.id() + "-" + ++n + "_external";
            messages.post(new Posting(group, owner, part.kind(), part.words(), null, null, id, "OWNER_CONFIRM", part.attached()));
            first = first == null ? id : first;
        }
        return first;
    }

    /** What goes out beside a task's words, in words. */
    public List<String> attached(GroupTask task) {
        return attachments.parts(task.attachments()).stream()
                .map(part -> Texts.of("sandbox.kind." + part.kind().word()) + " " + part.words())
                .toList();
    }

    /** Finishes what a stop in the middle of an owner's tap left undone. */
    @PostConstruct
    void finishInterrupted() {
        jdbc.sql(TASKS + """
                         where t.confirmed_at is not null and exists (
                               select 1 from sandbox.group_task_target u where u.task_id = t.id and u.status = 0)""")
                .query((row, n) -> read(row))
                .list()
                .forEach(task -> task.targets().stream().filter(target -> target.status() == 0).forEach(target -> send(task, target)));
    }

    /** @throws WeComError 45009 for the fourth reminder within 24 hours (97610) */
    void remind(GroupTask task) {
        Instant now = clock.now();
        int reminded = jdbc.sql("select count(*) from sandbox.group_task_remind where task_id = ? and reminded_at > ?")
                .params(task.id(), Sql.at(now.minus(Duration.ofHours(24))))
                .query(Integer.class)
                .single();
        if (reminded >= REMINDERS_A_DAY) {
            throw new WeComError(45009, "remind reach limit, 3 times in 24 hours");
        }
        jdbc.sql("insert into sandbox.group_task_remind (task_id, reminded_at) values (?, ?)")
                .params(task.id(), Sql.at(now))
                .update();
        cards.keep(task.sender().id(), "remind", Texts.of("sandbox.word.remind"), task.text(), null, null);
    }

    void cancel(GroupTask task) {
        jdbc.sql("update sandbox.group_task set cancelled_at = ? where id = ? and confirmed_at is null and cancelled_at is null")
                .params(Sql.at(clock.now()), task.id())
                .update();
        events.publishEvent(new TasksChanged(task.sender().id()));
    }

    private static final String TASKS = """
            select t.id, t.body, t.attachments, t.created_at, t.confirmed_at, t.cancelled_at, t.sender_id
              from sandbox.group_task t
            """;

    private GroupTask read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new GroupTask(
                id,
                people.find(row.getString("sender_id")).orElseThrow(),
                Sql.text(row, "body"),
                row.getString("attachments"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "confirmed_at"),
                Sql.instant(row, "cancelled_at"),
                targets(id));
    }

    private List<GroupTask.Target> targets(String id) {
        return jdbc.sql("""
                        select t.group_id, g.name, t.status, t.sent_at
                          from sandbox.group_task_target t join sandbox.chat_group g on g.id = t.group_id
                         where t.task_id = ? order by t.position""")
                .param(id)
                .query((row, n) -> new GroupTask.Target(
                        row.getString("group_id"), row.getString("name"), row.getInt("status"), Sql.instant(row, "sent_at")))
                .list();
    }
}

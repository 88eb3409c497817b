package linli.bot.sandbox.server.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** 企业群发 (92135, 93338, 97610, 97611). A call makes a task; nothing is sent by it. */
@RestController
@RequestMapping("/cgi-bin/externalcontact")
class GroupTaskController {

    private static final int CHATS_LIMIT = 2000;
    private static final int TEXT_BYTES = 4000;
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    private final GroupTasks tasks;
    private final Groups groups;
    private final People people;
    private final TaskAttachments attachments;
    private final Body body;

    GroupTaskController(GroupTasks tasks, Groups groups, People people, TaskAttachments attachments, Body body) {
        this.attachments = attachments;
        this.tasks = tasks;
        this.groups = groups;
        this.people = people;
        this.body = body;
    }

    @PostMapping("/add_msg_template")
    Map<String, Object> add(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        if (!"group".equals(Body.text(request, "chat_type"))) {
            throw WeComError.parameter("chat_type, the sandbox knows group only");
        }
        String text = text(request);
        attachments.check(request.path("attachments"));
        Person sender = sender(request);
        List<String> failed = new ArrayList<>();
        List<ChatGroup> targets = targets(request, sender, failed);
        if (targets.isEmpty()) {
            throw new WeComError(41048, "no valid chat_id for the sender");
        }
        String id = tasks.create(sender, text, request.path("attachments").toString(), targets);
        return Answer.ok("fail_list", failed, "msgid", id);
    }

    private static String text(JsonNode request) {
        String text = Optional.ofNullable(Body.text(request.path("text"), "content")).orElse("");
        int attachments = request.path("attachments").size();
        if (text.isBlank() && attachments == 0) {
            throw new WeComError(40063, "text and attachments are both empty");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            throw WeComError.parameter("text.content is over 4000 bytes");
        }
        return text;
    }

    private Person sender(JsonNode request) {
        String userid = Body.text(request, "sender");
        if (userid == null || userid.isEmpty()) {
            throw new WeComError(41009, "sender missing");
        }
        return people.find(userid)
                .filter(person -> person.kind() == Person.Kind.STAFF)
                .orElseThrow(() -> new WeComError(60111, "userid not found"));
    }

    /** Without a list the text goes to every group of the sender. A group that is not his fails, the others go on. */
    private List<ChatGroup> targets(JsonNode request, Person sender, List<String> failed) {
        JsonNode ids = request.path("chat_id_list");
        if (ids.isMissingNode() || ids.isNull() || ids.isEmpty()) {
            return groups.all().stream().filter(group -> group.ownerId().equals(sender.id())).toList();
        }
        if (!ids.isArray() || ids.size() > CHATS_LIMIT) {
            throw WeComError.parameter("chat_id_list");
        }
        List<ChatGroup> targets = new ArrayList<>();
        for (JsonNode id : ids) {
            Optional<ChatGroup> group = groups.findById(id.asString())
                    .filter(found -> !found.isDismissed() && found.ownerId().equals(sender.id()));
            if (group.isEmpty()) {
                failed.add(id.asString());
            } else if (!targets.contains(group.get())) {
                targets.add(group.get());
            }
        }
        return targets;
    }

    @PostMapping("/get_groupmsg_list_v2")
    Map<String, Object> list(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        if (!"group".equals(Body.text(request, "chat_type"))) {
            throw WeComError.parameter("chat_type");
        }
        Instant from = Instant.ofEpochSecond(request.path("start_time").asLong(0));
        Instant to = Instant.ofEpochSecond(request.path("end_time").asLong(0)).plusMillis(999);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            throw WeComError.parameter("start_time and end_time must be within one month");
        }
        String creator = Body.text(request, "creator");
        var all = tasks.created(from, to).stream()
                .filter(task -> creator == null || creator.isEmpty() || creator.equals(task.sender().id()))
                .map(GroupTaskController::listed)
                .toList();
        var page = Page.of(all, request, 50, 100);
        return Answer.ok("group_msg_list", page.items(), "next_cursor", page.nextCursor());
    }

    private static Map<String, Object> listed(GroupTask task) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("msgid", task.id());
        out.put("creator", task.sender().id());
        out.put("create_time", task.createdAt().getEpochSecond());
        out.put("create_type", 0);
        out.put("text", Map.of("content", task.text()));
        return out;
    }

    @PostMapping("/get_groupmsg_task")
    Map<String, Object> task(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        GroupTask task = required(request);
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("userid", task.sender().id());
        member.put("status", task.confirmedAt() == null ? 0 : 2);
        if (task.confirmedAt() != null) {
            member.put("send_time", task.confirmedAt().getEpochSecond());
        }
        var page = Page.of(List.of(member), request, 500, 1000);
        return Answer.ok("task_list", page.items(), "next_cursor", page.nextCursor());
    }

    @PostMapping("/get_groupmsg_send_result")
    Map<String, Object> result(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        GroupTask task = required(request);
        if (!task.sender().id().equals(Body.text(request, "userid"))) {
            throw new WeComError(60111, "userid not found in this task");
        }
        var all = task.targets().stream().map(target -> sent(task, target)).toList();
        var page = Page.of(all, request, 500, 1000);
        return Answer.ok("send_list", page.items(), "next_cursor", page.nextCursor());
    }

    private static Map<String, Object> sent(GroupTask task, GroupTask.Target target) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("chat_id", target.groupId());
        out.put("userid", task.sender().id());
        out.put("status", target.status());
        if (target.sentAt() != null) {
            out.put("send_time", target.sentAt().getEpochSecond());
        }
        return out;
    }

    @PostMapping("/remind_groupmsg_send")
    Map<String, Object> remind(@RequestBody(required = false) byte[] bytes) {
        GroupTask task = required(body.read(bytes));
        if (!task.isWaiting()) {
            throw WeComError.parameter("msgid, the task does not wait any more");
        }
        tasks.remind(task);
        return Answer.ok();
    }

    @PostMapping("/cancel_groupmsg_send")
    Map<String, Object> cancel(@RequestBody(required = false) byte[] bytes) {
        tasks.cancel(required(body.read(bytes)));
        return Answer.ok();
    }

    private GroupTask required(JsonNode request) {
        String id = Body.text(request, "msgid");
        if (id == null || id.isEmpty()) {
            throw WeComError.missing("msgid");
        }
        return tasks.find(id).orElseThrow(() -> WeComError.parameter("msgid"));
    }
}

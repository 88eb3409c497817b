package linli.bot.sandbox.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Messages;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Groups, who is in them and what was said there. */
@RestController
@RequestMapping("/sandbox/api/groups")
class GroupsApi {

    private static final int LINES_LIMIT = 1000;

    private final Groups groups;
    private final People people;
    private final Messages messages;
    private final Body body;

    GroupsApi(Groups groups, People people, Messages messages, Body body) {
        this.groups = groups;
        this.people = people;
        this.messages = messages;
        this.body = body;
    }

    @GetMapping
    List<Map<String, Object>> list() {
        return messages.overview().stream().map(View::group).toList();
    }

    @GetMapping("/{name}")
    Map<String, Object> show(@PathVariable String name) {
        ChatGroup group = groups.require(name);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", group.name());
        out.put("chatId", group.id());
        out.put("ownerId", group.ownerId());
        out.put("members", groups.members(group.id()).stream().map(member -> View.member(member, group)).toList());
        return out;
    }

    /** @param after only later lines, oldest first; {@code before} gives the latest earlier ones instead */
    @GetMapping("/{name}/messages")
    List<Map<String, Object>> lines(
            @PathVariable String name,
            @RequestParam(required = false) Long after,
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = "1000") int limit) {
        ChatGroup group = groups.require(name);
        int most = Math.max(1, Math.min(LINES_LIMIT, limit));
        var lines = before != null
                ? messages.before(group.id(), before, most)
                : messages.after(group.id(), after == null ? 0 : after, most);
        return lines.stream().map(line -> View.line(line, group)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        String name = Body.required(request, "name").strip();
        return show(groups.create(name, people.requireStaff(Body.required(request, "owner"))).name());
    }

    @PatchMapping("/{name}")
    Map<String, Object> change(@PathVariable String name, @RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        ChatGroup group = groups.require(name);
        String newName = Body.text(request, "name");
        String owner = Body.text(request, "owner");
        if (owner != null) {
            groups.handOver(group, people.requireStaff(owner));
        }
        if (newName != null && !newName.strip().equals(group.name())) {
            groups.rename(group, newName.strip());
        }
        return show(group.id());
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String name) {
        groups.dismiss(groups.require(name));
    }

    @PostMapping("/{name}/members")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> join(@PathVariable String name, @RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        ChatGroup group = groups.require(name);
        Boolean consents = Body.flag(request, "consented");
        Member member = groups.arrive(group, Body.required(request, "nickname"), consents == null || consents);
        return View.member(member, group);
    }

    @PatchMapping("/{name}/members/{who}")
    Map<String, Object> consent(
            @PathVariable String name, @PathVariable String who, @RequestBody(required = false) byte[] bytes) {
        ChatGroup group = groups.require(name);
        Member member = groups.requireMember(group, who);
        Boolean consents = Body.flag(body.read(bytes), "consented");
        if (consents == null) {
            throw Refused.invalid(Texts.of("sandbox.missing", "consented"));
        }
        if (member.person().kind() != Person.Kind.RESIDENT) {
            throw Refused.conflict(Texts.of("sandbox.staffArchived"));
        }
        messages.consent(group, member, consents);
        return View.member(groups.requireMember(group, who), group);
    }

    @DeleteMapping("/{name}/members/{who}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String name, @PathVariable String who) {
        ChatGroup group = groups.require(name);
        groups.leave(group, groups.requireMember(group, who));
    }
}

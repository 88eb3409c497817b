package linli.bot.sandbox.server.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Person;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Customer groups: {@code groupchat/list} (92120) and {@code groupchat/get} (92122). */
@RestController
class CustomerGroupController {

    private static final int LIST_LIMIT = 1000;
    private static final int OWNERS_LIMIT = 100;

    private final Groups groups;
    private final Body body;

    CustomerGroupController(Groups groups, Body body) {
        this.groups = groups;
        this.body = body;
    }

    @PostMapping("/cgi-bin/externalcontact/groupchat/list")
    Map<String, Object> list(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        if (!request.hasNonNull("limit")) {
            throw WeComError.missing("limit");
        }
        List<String> owners = owners(request);
        // Status filters 1 to 3 ask for groups whose owner left the company; ours never do.
        boolean none = request.path("status_filter").asInt(0) != 0;
        List<Map<String, Object>> all = none
                ? List.of()
                : groups.all().stream()
                        .filter(group -> owners.isEmpty() || owners.contains(group.ownerId()))
                        .map(group -> Map.<String, Object>of("chat_id", group.id(), "status", 0))
                        .toList();
        var page = Page.of(all, request, LIST_LIMIT, LIST_LIMIT);
        return Answer.ok("group_chat_list", page.items(), "next_cursor", page.nextCursor().isEmpty() ? null : page.nextCursor());
    }

    private static List<String> owners(JsonNode request) {
        List<String> owners = new ArrayList<>();
        request.path("owner_filter").path("userid_list").forEach(userid -> owners.add(userid.asString()));
        if (owners.size() > OWNERS_LIMIT) {
            throw WeComError.parameter("owner_filter.userid_list");
        }
        return owners;
    }

    @PostMapping("/cgi-bin/externalcontact/groupchat/get")
    Map<String, Object> get(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        String chatId = Body.text(request, "chat_id");
        if (chatId == null || chatId.isEmpty()) {
            throw WeComError.missing("chat_id");
        }
        ChatGroup group = groups.findById(chatId)
                .filter(found -> !found.isDismissed())
                .orElseThrow(() -> new WeComError(40050, "invalid chat_id"));
        boolean named = request.path("need_name").asInt(0) == 1;
        Map<String, Object> chat = new LinkedHashMap<>();
        chat.put("chat_id", group.id());
        chat.put("name", group.name());
        chat.put("owner", group.ownerId());
        chat.put("create_time", group.createdAt().getEpochSecond());
        chat.put("notice", "");
        chat.put("member_list", groups.members(group.id()).stream().map(member -> member(group, member, named)).toList());
        chat.put("admin_list", List.of());
        chat.put("member_version", String.valueOf(group.memberVersion()));
        return Answer.ok("group_chat", chat);
    }

    private static Map<String, Object> member(ChatGroup group, Member member, boolean named) {
        Map<String, Object> out = new LinkedHashMap<>();
        boolean staff = member.person().kind() == Person.Kind.STAFF;
        out.put("userid", member.person().id());
        out.put("type", staff ? 1 : 2);
        out.put("join_time", member.joinedAt().getEpochSecond());
        out.put("join_scene", staff ? 1 : 3);
        out.put("invitor", Map.of("userid", group.ownerId()));
        out.put("group_nickname", member.nickname());
        if (named) {
            out.put("name", member.person().name());
        }
        return out;
    }
}

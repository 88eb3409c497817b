package linli.bot.sandbox.server.api;

import java.util.List;
import java.util.Map;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.protocol.AppMessages;
import linli.bot.sandbox.server.protocol.GroupTask;
import linli.bot.sandbox.server.protocol.GroupTasks;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What owners and staff have on their phones: 群发 to confirm, cards to read. */
@RestController
class OwnersApi {

    private static final int CARDS_LIMIT = 100;

    private final People people;
    private final GroupTasks tasks;
    private final AppMessages cards;
    private final Body body;

    OwnersApi(People people, GroupTasks tasks, AppMessages cards, Body body) {
        this.people = people;
        this.tasks = tasks;
        this.cards = cards;
        this.body = body;
    }

    @GetMapping("/sandbox/api/staff")
    List<Map<String, Object>> staff() {
        return people.staff().stream().map(View::staff).toList();
    }

    @GetMapping("/sandbox/api/staff/{who}/cards")
    List<Map<String, Object>> cards(@PathVariable String who) {
        String reader = who.startsWith("webhook:") ? who : people.requireStaff(who).id();
        return cards.of(reader, CARDS_LIMIT).stream().map(View::card).toList();
    }

    @GetMapping("/sandbox/api/tasks")
    List<Map<String, Object>> waiting(@RequestParam(required = false) String owner) {
        String ownerId = owner == null || owner.isBlank() ? null : people.requireStaff(owner).id();
        return tasks.waiting(ownerId).stream().map(task -> View.task(task, tasks.attached(task))).toList();
    }

    @PostMapping("/sandbox/api/owners/{name}/confirm")
    Map<String, Object> confirm(@PathVariable String name, @RequestBody(required = false) byte[] bytes) {
        Person owner = people.requireStaff(name);
        String id = Body.text(body.read(bytes), "msgid");
        if (id != null) {
            GroupTask task = tasks.find(id).orElseThrow(() -> Refused.invalid(Texts.of("sandbox.noTask", id)));
            if (!task.sender().id().equals(owner.id())) {
                throw Refused.conflict(Texts.of("sandbox.notYourTask", owner.name()));
            }
        }
        return Map.of("confirmed", tasks.confirm(owner, id).stream().map(View::confirmed).toList());
    }
}

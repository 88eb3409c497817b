package linli.admin.lines;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import org.springframework.stereotype.Component;

/** The staged lines a person may post: those of the groups in the person's scope, or that the person owns. */
@Component
public class StagedLines {

    private final Outbox outbox;
    private final ChatGroups groups;

    StagedLines(Outbox outbox, ChatGroups groups) {
        this.outbox = outbox;
        this.groups = groups;
    }

    /** A line with the group it is for. */
    public record Staged(Line line, ChatGroup group) {}

    List<Staged> of(Actor actor) {
        Map<String, ChatGroup> mine = groups.all().stream()
                .filter(group -> group.externalChatId() != null && isFor(group, actor))
                .collect(Collectors.toMap(ChatGroup::externalChatId, Function.identity()));
        return outbox.staged(List.copyOf(mine.keySet())).stream().map(line -> new Staged(line, mine.get(line.target()))).toList();
    }

    public int count(Actor actor) {
        return of(actor).size();
    }

    /**
     * @throws NotFound when the line is for a group of somebody else
     * @throws linli.bot.problem.Conflict when it was posted before
     */
    void posted(long lineId, Actor actor) {
        ChatGroup group = groups.findByExternalId(outbox.get(lineId).target()).orElseThrow(() -> new NotFound("problem.line.missing"));
        if (!isFor(group, actor)) {
            throw new NotFound("problem.line.missing");
        }
        outbox.posted(lineId, actor.ref());
    }

    private static boolean isFor(ChatGroup group, Actor actor) {
        return actor.scope().all()
                || actor.scope().gridId() != null && Objects.equals(actor.scope().gridId(), group.gridId())
                || actor.ref().equals(group.ownerUserid());
    }
}

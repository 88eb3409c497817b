package linli.admin.lines;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.attachment.Attachment;
import linli.bot.attachment.Attachments;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Line;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.SendFailed;
import linli.bot.outbox.TapPost;
import linli.bot.problem.Conflict;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The staged lines a person may post: those of the groups in the person's scope, or that the person owns. */
@Component
public class StagedLines {

    private final Outbox outbox;
    private final ChatGroups groups;
    private final Attachments attachments;
    private final ObjectProvider<TapPost> tap;

    StagedLines(Outbox outbox, ChatGroups groups, Attachments attachments, ObjectProvider<TapPost> tap) {
        this.outbox = outbox;
        this.groups = groups;
        this.attachments = attachments;
        this.tap = tap;
    }

    /**
     * A line with the group it is for.
     *
     * @param attachments what a person forwards after the words, by hand
     */
    public record Staged(Line line, ChatGroup group, List<Attachment> attachments) {}

    List<Staged> of(Actor actor) {
        Map<String, ChatGroup> mine = groups.all().stream()
                .filter(group -> group.externalChatId() != null && isFor(group, actor))
                .collect(Collectors.toMap(ChatGroup::externalChatId, Function.identity()));
        return outbox.staged(List.copyOf(mine.keySet())).stream().map(line -> staged(line, mine.get(line.target()))).toList();
    }

    /** Those of one group, the oldest first. */
    List<Staged> of(ChatGroup group) {
        return outbox.staged(List.of(group.externalChatId())).stream().map(line -> staged(line, group)).toList();
    }

    private Staged staged(Line line, ChatGroup group) {
        return new Staged(line, group, line.attachments().isEmpty() ? List.of() : attachments.get(line.attachments()));
    }

    /** The groups a person posts in, by name. */
    List<ChatGroup> groupsOf(Actor actor) {
        return groups.all().stream()
                .filter(group -> group.externalChatId() != null && group.isBound() && isFor(group, actor))
                .toList();
    }

    /** @throws NotFound when there is no such group, or it is somebody else's */
    ChatGroup group(String chatId, Actor actor) {
        return groups.findByExternalId(chatId).filter(group -> isFor(group, actor)).orElseThrow(() -> new NotFound("problem.sidebar.group"));
    }

    /** Whether a tap here can put a line into its group, rather than only note that a person did. */
    public boolean canSend() {
        return tap.getIfAvailable() != null;
    }

    /**
     * Puts a staged line into its group. Tapped again, or after a lost answer, it is the same line there.
     *
     * @throws NotFound when the line is for a group of somebody else
     * @throws Conflict when it was posted before
     */
    void send(long lineId, Actor actor) {
        Line line = outbox.get(lineId);
        group(line.target(), actor);
        TapPost post = tap.getIfAvailable();
        if (post == null) {
            throw new NotAllowed("problem.line.byHand");
        }
        if (line.state() != LineState.STAGED) {
            throw new Conflict("problem.line.posted");
        }
        try {
            post.post(line);
        } catch (SendFailed failed) {
            throw new Conflict(failed.kind() == SendFailed.Kind.PERMANENT ? "problem.line.refused" : "problem.line.lost");
        }
        outbox.posted(lineId, actor.ref());
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

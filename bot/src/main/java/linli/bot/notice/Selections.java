package linli.bot.notice;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Audiences that are used again: 常用范围 by name, and the groups that asked for a topic (主题订阅). */
@Component
@Transactional
public class Selections {

    private static final int NAME = 20;

    private final SelectionMapper mapper;
    private final Audiences audiences;
    private final AuditLog audit;
    private final CommunityClock clock;

    Selections(SelectionMapper mapper, Audiences audiences, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.audiences = audiences;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Selection> all() {
        return mapper.findAll().stream().map(SelectionMapper.Row::toSelection).toList();
    }

    /** Also one that was removed, for the notices that named it. */
    @Transactional(readOnly = true)
    public Selection get(long id) {
        return Optional.ofNullable(mapper.find(id)).map(SelectionMapper.Row::toSelection)
                .orElseThrow(() -> new NotFound("problem.notice.selection.missing"));
    }

    /** What an audience means now. */
    @Transactional(readOnly = true)
    public Reach reach(Audience audience) {
        return audiences.resolve(audience);
    }

    /** @param audience of places; another selection or a topic is not one */
    public void add(String name, Audience audience, Actor actor) {
        require(actor, "notice.selection.write");
        String typed = name == null ? "" : name.strip();
        if (typed.isEmpty() || typed.length() > NAME) {
            throw new Invalid("problem.notice.selection.name");
        }
        requirePlaces(audience);
        Long id = mapper.insert(typed, AudienceColumns.of(audience), actor, clock.now());
        if (id == null) {
            throw new Conflict("problem.notice.selection.there", typed);
        }
        audit.add(actor.ref(), "notice.selection.added", "selection:" + id, typed);
    }

    /** Notices that are not out yet and name it follow. */
    public void change(long id, Audience audience, Actor actor) {
        require(actor, "notice.selection.write");
        requirePlaces(audience);
        if (mapper.change(id, AudienceColumns.of(audience)) == 0) {
            throw new NotFound("problem.notice.selection.missing");
        }
        audit.add(actor.ref(), "notice.selection.changed", "selection:" + id, audiences.label(audience));
    }

    public void remove(long id, Actor actor) {
        require(actor, "notice.selection.write");
        if (mapper.remove(id, clock.now()) == 0) {
            throw new NotFound("problem.notice.selection.missing");
        }
        audit.add(actor.ref(), "notice.selection.removed", "selection:" + id, null);
    }

    /** Ids of the groups that asked for this topic. */
    @Transactional(readOnly = true)
    public Set<Long> subscribed(NoticeTopic topic) {
        return new HashSet<>(mapper.findSubscribed(topic));
    }

    @Transactional(readOnly = true)
    public Map<NoticeTopic, Integer> counts() {
        Map<NoticeTopic, Integer> counts = new EnumMap<>(NoticeTopic.class);
        mapper.countSubscribed().forEach(share -> counts.put(share.topic(), share.groups()));
        return counts;
    }

    /** From now on these groups get what goes to who asked for the topic. */
    public void subscribe(NoticeTopic topic, Set<Long> groupIds, Actor actor) {
        require(actor, "notice.subscription.write");
        Set<Long> before = subscribed(topic);
        before.stream().filter(id -> !groupIds.contains(id)).forEach(id -> mapper.unsubscribe(id, topic));
        groupIds.stream().filter(id -> !before.contains(id)).forEach(id -> mapper.subscribe(id, topic, actor, clock.now()));
        audit.add(actor.ref(), "notice.subscribed", "topic:" + topic, before.size() + " -> " + groupIds.size());
    }

    public boolean mayWrite(Actor actor) {
        return actor.is(Role.CLERK) || actor.is(Role.DESK);
    }

    private void requirePlaces(Audience audience) {
        Audience from = audience instanceof Audience.Except some ? some.from() : audience;
        if (from instanceof Audience.Saved || from instanceof Audience.Subscribed || audiences.label(from).isEmpty()) {
            throw new Invalid("problem.notice.audience");
        }
    }

    private void require(Actor actor, String what) {
        if (!mayWrite(actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of(what));
        }
    }
}

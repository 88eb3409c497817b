package linli.bot.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.memory.Remembered;
import linli.bot.problem.NotFound;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The community's chat groups and what each is bound to. */
@Component
@Transactional
public class ChatGroups {

    private final ChatGroupMapper mapper;
    private final ApplicationEventPublisher events;
    private final CommunityClock clock;
    private final Remembered remembered;

    ChatGroups(ChatGroupMapper mapper, ApplicationEventPublisher events, CommunityClock clock, MachineClock machine) {
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
        this.remembered = new Remembered(machine);
    }

    public ChatGroup get(long id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.group.missing"));
    }

    public Optional<ChatGroup> findByExternalId(String chatId) {
        return Optional.ofNullable(mapper.findByExternalId(chatId));
    }

    /** The group in which something is said, bound to its place; empty while it is bound to none. */
    public Optional<ChatGroup> listened(String chatId) {
        // Only what is bound is believed from memory: a line taken for an unbound group's after it was bound would wait for ever.
        Map<String, ChatGroup> bound = remembered.get("bound", () -> mapper.findAll().stream()
                .filter(group -> group.isBound() && group.externalChatId() != null)
                .collect(Collectors.toMap(ChatGroup::externalChatId, Function.identity())));
        return Optional.ofNullable(bound.get(chatId))
                .or(() -> findByExternalId(chatId).filter(ChatGroup::isBound));
    }

    public List<ChatGroup> all() {
        return mapper.findAll();
    }

    /** Bound groups of these areas, each once, by area number. A grid's own group belongs to the grid, not its buildings. */
    public List<ChatGroup> boundTo(List<Long> areaIds) {
        return areaIds.isEmpty() ? List.of() : mapper.findBoundTo(areaIds);
    }

    /** Names a group before WeCom shows it; it is bound as soon as a group of exactly this name is seen. */
    public void announce(String name, GroupKind kind, Long areaId, Long gridId, String owner, String backup) {
        remembered.changed();
        if (mapper.announceAgain(name, kind, areaId, gridId, owner, backup) == 0) {
            mapper.announce(name, kind, areaId, gridId, owner, backup);
        }
    }

    /**
     * Takes over what WeCom says of a group. A name that the import announced binds it; any other new group stays unbound
     * and is reported to the administrator.
     */
    public void learn(String chatId, String name, String owner, int memberCount) {
        remembered.changed();
        if (mapper.update(chatId, name, owner, memberCount) > 0) {
            return;
        }
        if (mapper.claimAnnounced(chatId, name, owner, memberCount) > 0) {
            ChatGroup group = mapper.findByExternalId(chatId);
            events.publishEvent(new GroupBound(group.id(), chatId));
            return;
        }
        if (mapper.insertUnbound(chatId, name, owner, memberCount) > 0) {
            ChatGroup group = mapper.findByExternalId(chatId);
            events.publishEvent(new GroupUnbound(group.id(), chatId, name));
        }
    }

    /** Binds a group by hand. */
    public void bind(long groupId, GroupKind kind, long areaId, long gridId, String backup) {
        remembered.changed();
        mapper.bind(groupId, kind, areaId, gridId, backup);
        ChatGroup group = get(groupId);
        if (group.externalChatId() != null) {
            events.publishEvent(new GroupBound(groupId, group.externalChatId()));
        }
    }

    /** A group of staff in which notices are tried (试发). It belongs to no place, so no notice for residents reaches it. */
    public void bindForTrials(long groupId) {
        mapper.bind(groupId, GroupKind.TEST, null, null, null);
    }

    public void dismissed(String chatId) {
        remembered.changed();
        mapper.dismiss(chatId);
    }

    /** Notes when the group last said something. */
    public void heard(String chatId, Instant at) {
        mapper.heard(chatId, at);
    }

    /** Claims the one reminder in 24 hours that a group may hear about personal data; false when it had one. */
    public boolean claimReminder(long groupId) {
        Instant now = clock.now();
        return mapper.claimReminder(groupId, now, now.minusSeconds(86_400)) == 1;
    }
}

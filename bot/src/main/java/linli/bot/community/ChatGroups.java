package linli.bot.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.bot.problem.NotFound;
import linli.bot.time.CommunityClock;
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

    ChatGroups(ChatGroupMapper mapper, ApplicationEventPublisher events, CommunityClock clock) {
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    public ChatGroup get(long id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.group.missing"));
    }

    public Optional<ChatGroup> findByExternalId(String chatId) {
        return Optional.ofNullable(mapper.findByExternalId(chatId));
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
        if (mapper.announceAgain(name, kind, areaId, gridId, owner, backup) == 0) {
            mapper.announce(name, kind, areaId, gridId, owner, backup);
        }
    }

    /**
     * Takes over what WeCom says of a group. A name that the import announced binds it; any other new group stays unbound
     * and is reported to the administrator.
     */
    public void learn(String chatId, String name, String owner, int memberCount) {
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

package linli.bot.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which group, and what each agreed to. */
@Component
@Transactional
public class Members {

    private final MemberMapper mapper;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Members(MemberMapper mapper, CommunityClock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Member> find(long groupId, String externalId) {
        return Optional.ofNullable(mapper.find(groupId, externalId));
    }

    /** Those of these people that are known in the group, by external id. */
    public Map<String, Member> find(long groupId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? Map.of()
                : mapper.findAmong(groupId, externalIds).stream().collect(Collectors.toMap(Member::externalId, Function.identity()));
    }

    public List<Member> of(long groupId) {
        return mapper.findByGroup(groupId);
    }

    /** Takes over what WeCom says of a member; a group not known yet is left for the next reading. */
    public void learn(String chatId, String memberId, String nickname, boolean internal) {
        mapper.learn(chatId, memberId, nickname, internal, clock.now());
    }

    /** Somebody has come into a group just now. Publishes {@link MemberArrived} where that is news for residents. */
    public void arrived(String chatId, String memberId, String nickname, boolean internal) {
        learn(chatId, memberId, nickname, internal);
        Long group = mapper.groupOf(chatId);
        if (group != null && !internal) {
            events.publishEvent(new MemberArrived(group, clock.now()));
        }
    }

    public void left(String chatId, String memberId) {
        mapper.left(chatId, memberId, clock.now());
    }

    /** The archive's agree or disagree, for every group the person is in. */
    public void consent(String memberId, boolean agreed) {
        mapper.consent(memberId, agreed);
    }

    /** 不识别我 or 恢复识别, in this group. */
    public void optOut(long groupId, String memberId, boolean out) {
        mapper.ensure(groupId, memberId, clock.now());
        mapper.optOut(groupId, memberId, out);
    }

    /** Every group's share at once; groups without members are left out. */
    public List<ConsentShare> consentShares() {
        return mapper.consentShares();
    }

    /** Share of the group's present members who agreed to the archive, 0 to 1; 1 for an empty group. */
    public double consentShare(long groupId) {
        return mapper.consentShare(groupId);
    }
}

package linli.bot.wecom.contacts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.time.CommunityClock;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.Cursor;
import linli.bot.wecom.Faults;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComErrors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupChat;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupMember;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what we know of the groups and their members in line with WeCom. */
@Component
@ConditionalOnWeCom
class GroupRoster {

    private static final Logger LOG = LoggerFactory.getLogger(GroupRoster.class);
    private static final int LIST_PAGE = 1000;
    private static final int WITH_NAMES = 1;
    private static final int STAFF = 1;
    private static final Duration JUST_NOW = Duration.ofMinutes(30);

    private final WeCom weCom;
    private final ChatGroups groups;
    private final Members members;
    private final TransactionTemplate transaction;
    private final CommunityClock clock;

    GroupRoster(WeCom weCom, ChatGroups groups, Members members, TransactionTemplate transaction, CommunityClock clock) {
        this.weCom = weCom;
        this.groups = groups;
        this.members = members;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads one group anew. A group WeCom knows nothing of any more counts as dismissed. */
    public void refresh(String chatId) throws WxErrorException {
        GroupChat chat;
        try {
            chat = weCom.app().getExternalContactService().getGroupChat(chatId, WITH_NAMES).getGroupChat();
        } catch (WxErrorException e) {
            if (WeComErrors.isGroupGone(WeComErrors.code(e))) {
                groups.dismissed(chatId);
                return;
            }
            throw e;
        }
        transaction.executeWithoutResult(status -> takeOver(chat));
    }

    /**
     * Reads every group anew, also those we know and the list does not show: being absent there is no proof. One group that
     * fails does not stop the others.
     *
     * @return how many groups were read
     * @throws WxErrorException when the list itself cannot be read
     */
    public int resync() throws WxErrorException {
        Set<String> chatIds = new HashSet<>();
        groups.all().stream().map(ChatGroup::externalChatId).filter(id -> id != null).forEach(chatIds::add);
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpUserExternalGroupChatList page =
                    weCom.app().getExternalContactService().listGroupChat(LIST_PAGE, cursor.at(), 0, null);
            page.getGroupChatList().forEach(chat -> chatIds.add(chat.getChatId()));
            cursor.to(page.getNextCursor());
        }

        int read = 0;
        for (String chatId : chatIds) {
            try {
                refresh(chatId);
                read++;
            } catch (WxErrorException | NoAnswer e) {
                LOG.warn("A group could not be read anew: {}", Faults.describe(e));
            }
        }
        return read;
    }

    private void takeOver(GroupChat chat) {
        boolean isKnown = groups.findByExternalId(chat.getChatId()).isPresent();
        List<GroupMember> present = chat.getMemberList() == null ? List.of() : chat.getMemberList();
        groups.learn(chat.getChatId(), chat.getName() == null ? "" : chat.getName(), chat.getOwner(), present.size());
        Map<String, Member> known = new HashMap<>();
        groups.findByExternalId(chat.getChatId())
                .ifPresent(group -> members.of(group.id()).forEach(member -> known.put(member.externalId(), member)));
        for (GroupMember member : present) {
            Member before = known.remove(member.getUserId());
            String nickname = nickname(member);
            boolean internal = member.getType() == STAFF;
            if (before == null || !before.nickname().equals(nickname) || before.internal() != internal) {
                if (before == null && isKnown && cameJustNow(member)) {
                    members.arrived(chat.getChatId(), member.getUserId(), nickname, internal);
                } else {
                    members.learn(chat.getChatId(), member.getUserId(), nickname, internal);
                }
            }
        }
        known.keySet().forEach(gone -> members.left(chat.getChatId(), gone));
    }

    /** By WeCom's own word: whoever we merely had not read yet has been there for long. */
    private boolean cameJustNow(GroupMember member) {
        if (member.getJoinTime() == null) {
            return false;
        }
        Instant joined = Instant.ofEpochSecond(member.getJoinTime());
        return !joined.isAfter(clock.now()) && joined.isAfter(clock.now().minus(JUST_NOW));
    }

    /** The name in this group, or the person's own. PostgreSQL takes no NUL. */
    private static String nickname(GroupMember member) {
        String name = member.getGroupNickname() == null || member.getGroupNickname().isBlank() ? member.getName()
                : member.getGroupNickname();
        return name == null ? "" : name.replace("\0", "");
    }
}

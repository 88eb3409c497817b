package linli.bot.wecom.contacts;

import linli.bot.community.ChatGroups;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.callback.EventHandler;
import linli.bot.wecom.callback.WeComEvent;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;

/** A group changed (change_external_chat): look at it anew. What exactly changed is never taken from the event. */
@Component
@ConditionalOnReceiving
class GroupChanges implements EventHandler {

    private final GroupRoster roster;
    private final ChatGroups groups;

    GroupChanges(GroupRoster roster, ChatGroups groups) {
        this.roster = roster;
        this.groups = groups;
    }

    @Override
    public boolean handles(WeComEvent event) {
        return "change_external_chat".equals(event.kind()) && event.chatId() != null;
    }

    @Override
    public void handle(WeComEvent event) throws WxErrorException {
        if ("dismiss".equals(event.change())) {
            groups.dismissed(event.chatId());
        } else {
            roster.refresh(event.chatId());
        }
    }
}

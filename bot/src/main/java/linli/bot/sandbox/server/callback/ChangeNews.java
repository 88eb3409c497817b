package linli.bot.sandbox.server.callback;

import linli.bot.sandbox.server.world.GroupChanged;
import linli.bot.sandbox.server.world.MembersChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code change_external_chat} (92130). */
@Component
class ChangeNews {

    private final Callbacks callbacks;

    ChangeNews(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @EventListener
    void groupChanged(GroupChanged changed) {
        switch (changed.change()) {
            case CREATED -> send(changed.groupId(), "create", "");
            case DISMISSED -> send(changed.groupId(), "dismiss", "");
            case RENAMED -> send(changed.groupId(), "update", "<UpdateDetail><![CDATA[change_name]]></UpdateDetail>");
            case OWNER_CHANGED -> send(changed.groupId(), "update", "<UpdateDetail><![CDATA[change_owner]]></UpdateDetail>");
        }
    }

    @EventListener
    void membersChanged(MembersChanged changed) {
        String scene = changed.joined() ? "<JoinScene>3</JoinScene>" : "<QuitScene>0</QuitScene>";
        send(
                changed.groupId(),
                "update",
                "<UpdateDetail><![CDATA[" + (changed.joined() ? "add_member" : "del_member") + "]]></UpdateDetail>" + scene
                        + "<MemChangeCnt>1</MemChangeCnt><MemChangeList><Item><![CDATA[" + changed.personId()
                        + "]]></Item></MemChangeList><LastMemVer><![CDATA[" + (changed.version() - 1)
                        + "]]></LastMemVer><CurMemVer><![CDATA[" + changed.version() + "]]></CurMemVer>");
    }

    private void send(String groupId, String change, String detail) {
        callbacks.send("<Event><![CDATA[change_external_chat]]></Event><ChatId><![CDATA[" + groupId + "]]></ChatId><ChangeType><![CDATA["
                + change + "]]></ChangeType>" + detail);
    }
}

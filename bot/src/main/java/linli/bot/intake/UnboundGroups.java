package linli.bot.intake;

import linli.bot.community.GroupUnbound;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.inbox.StoredMessage;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Context;
import linli.bot.parsing.Level;
import linli.bot.parsing.Utterance;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.workbench.LiveReader;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A group that is bound to nothing makes no tickets and hears nothing; people are told that it is there, and of emergencies in it. */
@Component
@Transactional
class UnboundGroups {

    private final LiveReader live;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final CommunityClock clock;

    UnboundGroups(LiveReader live, StaffMembers staff, Outbox outbox, CommunityClock clock) {
        this.live = live;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(GroupUnbound group) {
        String text = Texts.of("card.unbound-group", group.name());
        tell(Role.ADMIN, "unbound:" + group.groupId(), text);
    }

    void watch(StoredMessage message, String words) {
        if (message.kind() != Kind.TEXT) {
            return;
        }
        Level level = live.inUse().parser().understand(Utterance.text(words), Context.ofGrid()).level();
        if (level == Level.EMERGENCY) {
            tell(Role.DESK, "unbound-emergency:" + message.id(), Texts.of("card.unbound-emergency"));
        }
    }

    private void tell(Role role, String key, String text) {
        staff.inRole(role, null)
                .forEach(person -> outbox.put(Draft.toStaff(key + ":" + person.userid(), person.userid(), text, "card", clock.now())));
    }
}

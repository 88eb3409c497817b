package linli.bot.intake.step;

import java.util.Map;
import java.util.Optional;
import linli.bot.community.ChatGroups;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Understanding.Flag;
import linli.bot.staff.Role;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks once a day not to post telephone and identity numbers, and tells the desk. The line itself goes on to be read. */
@Component
@Order(10)
class ProtectPrivacy implements Step {

    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final Answers answers;
    private final CommunityClock clock;

    ProtectPrivacy(ChatGroups groups, StaffMembers staff, Outbox outbox, Answers answers, CommunityClock clock) {
        this.groups = groups;
        this.staff = staff;
        this.outbox = outbox;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Optional<String> take(Heard heard) {
        boolean list = heard.understanding().flags().contains(Flag.NAMED_LIST);
        if ((list || heard.understanding().flags().contains(Flag.PHONES)) && !heard.message().late()) {
            if (groups.claimReminder(heard.group().id())) {
                answers.say(heard, list ? "named-list-reminder" : "privacy-reminder", Map.of());
            }
            staff.inRole(Role.DESK, null).forEach(desk -> outbox.put(Draft.toStaff(
                    "privacy:" + heard.message().id() + ":" + desk.userid(),
                    desk.userid(),
                    Texts.of("card.personal-data", heard.group().name()),
                    "card",
                    clock.now())));
        }
        return Optional.empty();
    }
}

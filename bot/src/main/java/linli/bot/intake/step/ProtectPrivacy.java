package linli.bot.intake.step;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import linli.bot.community.ChatGroups;
import linli.bot.inbox.Told;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Understanding.Flag;
import linli.bot.privacy.Masking;
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

    private static final Pattern CHAIN = Pattern.compile(Texts.of("intake.chain"));
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyMMddHH");

    private final Told told;
    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Outbox outbox;
    private final Answers answers;
    private final CommunityClock clock;

    ProtectPrivacy(Told told, ChatGroups groups, StaffMembers staff, Outbox outbox, Answers answers, CommunityClock clock) {
        this.told = told;
        this.groups = groups;
        this.staff = staff;
        this.outbox = outbox;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Optional<String> take(Heard heard) {
        boolean list = heard.understanding().flags().contains(Flag.NAMED_LIST);
        boolean several = heard.understanding().flags().contains(Flag.PHONES);
        if (heard.message().late() || !list && !several && !isChain(heard)) {
            return Optional.empty();
        }
        if (groups.claimReminder(heard.group().id())) {
            answers.say(heard, list ? "named-list-reminder" : "privacy-reminder", Map.of());
        }
        if (list) {
            told.show(heard.message().id(), Masking.list(heard.words()));
        }
        if (list || several) {
            tell(Role.DESK, heard);
        }
        if (list) {
            tell(Role.AUDITOR, heard);
        }
        return Optional.empty();
    }

    /** 接龙 with somebody's number: more numbers are about to follow it (D5 case 27). */
    private static boolean isChain(Heard heard) {
        return CHAIN.matcher(heard.words()).find()
                && PersonalData.find(heard.words()).stream().anyMatch(item -> item.type() == PersonalData.Type.PHONE);
    }

    /** Once an hour for each group: a list that is passed on grows by one line each time. */
    private void tell(Role role, Heard heard) {
        String hour = HOUR.format(heard.at().atZone(CommunityClock.ZONE));
        staff.inRole(role, null).forEach(person -> outbox.put(Draft.toStaff(
                "privacy:" + heard.group().id() + ":" + hour + ":" + person.userid(),
                person.userid(),
                Texts.of("card.personal-data", heard.group().name()),
                "card",
                clock.now())));
    }
}

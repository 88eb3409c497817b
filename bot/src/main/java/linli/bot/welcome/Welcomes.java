package linli.bot.welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.MemberArrived;
import linli.bot.outbox.Draft;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.privacy.PrivacyProperties;
import linli.bot.reply.Replies;
import linli.bot.settings.Settings;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import linli.bot.worktime.QuietHours;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Says the welcome when it is due: after a pause for others who come, in its turn among the group's lines, within the day's number. */
@Component
class Welcomes {

    /** Two hundred people who come in a day are not welcomed two hundred times. */
    private static final Duration SELDOM = Duration.ofHours(12);

    private final WelcomeMapper mapper;
    private final ChatGroups groups;
    private final Outbox outbox;
    private final Replies replies;
    private final Settings settings;
    private final PrivacyProperties privacy;
    private final QuietHours quiet;
    private final CommunityClock clock;
    private final TransactionTemplate transactions;

    Welcomes(
            WelcomeMapper mapper,
            ChatGroups groups,
            Outbox outbox,
            Replies replies,
            Settings settings,
            PrivacyProperties privacy,
            QuietHours quiet,
            CommunityClock clock,
            TransactionTemplate transactions) {
        this.mapper = mapper;
        this.groups = groups;
        this.outbox = outbox;
        this.replies = replies;
        this.settings = settings;
        this.privacy = privacy;
        this.quiet = quiet;
        this.clock = clock;
        this.transactions = transactions;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MemberArrived arrived) {
        if (!groups.get(arrived.groupId()).isBound()) {
            return;
        }
        Instant pause = clock.now().plus(settings.settle());
        Instant again = Optional.ofNullable(mapper.lastSaid(arrived.groupId(), clock.now())).map(said -> said.plus(SELDOM)).orElse(pause);
        mapper.want(arrived.groupId(), quiet.endAfter(again.isAfter(pause) ? again : pause));
    }

    /** @return how many groups were welcomed */
    public int sendDue() {
        int said = 0;
        for (long group : mapper.due(clock.now())) {
            said += Boolean.TRUE.equals(transactions.execute(status -> say(groups.get(group)))) ? 1 : 0;
        }
        return said;
    }

    public Optional<Instant> nextDue(Instant now) {
        return Optional.ofNullable(mapper.nextDue());
    }

    private boolean say(ChatGroup group) {
        Instant earliest = earliest(group.externalChatId());
        if (earliest.isAfter(clock.now())) {
            mapper.postpone(group.id(), earliest);
            return false;
        }
        if (mapper.claim(group.id(), clock.now()) == 0) {
            return false;
        }
        Route route = outbox.groupRoute();
        String text = replies.say("welcome", Map.of(
                "community", settings.communityName(),
                "assistant", settings.assistant(),
                "call", Texts.of("intake.call"),
                "days", String.valueOf(privacy.keepText().toDays())));
        outbox.put(new Draft(
                "welcome:%d:%d".formatted(group.id(), clock.now().getEpochSecond()), route, group.externalChatId(),
                route == Route.OWNER_CONFIRM ? group.ownerUserid() : null, null, text, "welcome", false, null, clock.now()));
        return true;
    }

    /** At the distance the group is owed, and tomorrow when it has heard enough today (C7). */
    private Instant earliest(String chatId) {
        Instant now = clock.now();
        Instant spaced = outbox.lastUnsolicited(chatId).filter(last -> !last.isAfter(now)).map(last -> last.plus(settings.spacing())).orElse(now);
        Instant day = clock.today().atStartOfDay(CommunityClock.ZONE).toInstant();
        if (outbox.countUnsolicited(chatId, day) >= settings.dailyLines()) {
            spaced = clock.today().plusDays(1).atTime(settings.quietTo()).atZone(CommunityClock.ZONE).toInstant();
        }
        return quiet.endAfter(spaced.isAfter(now) ? spaced : now);
    }
}

package linli.bot.intake.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.bot.community.Area;
import linli.bot.community.Areas;
import linli.bot.notice.ActiveNotice;
import linli.bot.notice.NoticeFacts;
import linli.bot.parsing.Command;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Urgency;
import linli.bot.reply.Replies;
import linli.bot.text.Texts;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 通知挡单 (C5): a trouble that a notice already explains gets its facts instead of a ticket, and so does who asks about it.
 * Half an hour after the promised end it becomes a ticket against the notice.
 */
@Component
@Order(35)
class ExplainByNotice implements Step {

    private static final String STILL_GOING = "still-going";
    private static final Set<Command.Verb> OPEN_TO_ANSWER =
            Set.of(Command.Verb.PROGRESS, Command.Verb.INCOMPLETE, Command.Verb.OFF_TOPIC);

    /** 刚才那个停水到几点 asks about the notice however much it sounds like the trouble; 又停水了，停到好久 tells of the trouble. */
    private static final Pattern ASKS_HOURS = Pattern.compile(Texts.of("intake.asks-hours"));
    private static final Pattern SUFFERS = Pattern.compile(Texts.of("intake.suffers"));

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(Texts.of("notice.format.day"), Locale.CHINA);

    private final NoticeFacts facts;
    private final Areas areas;
    private final Tickets tickets;
    private final Gathering gathering;
    private final Answers answers;
    private final Replies replies;

    ExplainByNotice(NoticeFacts facts, Areas areas, Tickets tickets, Gathering gathering, Answers answers, Replies replies) {
        this.facts = facts;
        this.areas = areas;
        this.tickets = tickets;
        this.gathering = gathering;
        this.answers = answers;
        this.replies = replies;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (heard.isFromStaff() || heard.message().late() || !isOpen(heard.understanding().command())) {
            return Optional.empty();
        }
        boolean reported = heard.understanding().level() != Level.CHAT && !heard.understanding().troubles().isEmpty();
        boolean asksHours = ASKS_HOURS.matcher(heard.words()).find() && !SUFFERS.matcher(heard.words()).find();
        boolean complains = reported && !asksHours;
        Optional<String> effect = complains ? effectOf(heard.understanding().troubles()) : asked(heard, asksHours);
        Optional<Area> place = effect.isEmpty() ? Optional.empty() : place(heard);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        return facts.bearingOn(effect.get(), place.get().id(), heard.at())
                .flatMap(notice -> answer(heard, notice, place.get(), reported, complains));
    }

    /** A number names a ticket, and other commands mean no notice. */
    private static boolean isOpen(Command command) {
        return command == null || OPEN_TO_ANSWER.contains(command.verb()) && command.number() == null;
    }

    /** A second trouble that no notice explains must not be lost beside the one that it does. */
    private Optional<String> effectOf(List<Trouble> troubles) {
        Set<Optional<String>> effects = troubles.stream().map(trouble -> facts.effectOf(trouble.kind())).collect(Collectors.toSet());
        return effects.size() == 1 ? effects.iterator().next() : Optional.empty();
    }

    private Optional<String> asked(Heard heard, boolean asksHours) {
        Understanding understood = heard.understanding();
        boolean asks = asksHours || heard.addressed() || understood.intent() == Intent.CONSULT || understood.followUp() == FollowUp.ASK;
        return asks ? facts.effectAsked(heard.words()) : Optional.empty();
    }

    private Optional<Area> place(Heard heard) {
        List<String> named = heard.understanding().troubles().stream().map(Trouble::place).map(Place::buildings).flatMap(List::stream).distinct().toList();
        List<String> numbers = named.isEmpty() ? heard.understanding().place().buildings() : named;
        if (numbers.size() > 1) {
            return Optional.empty();
        }
        return numbers.isEmpty()
                ? Optional.ofNullable(heard.group().areaId()).map(areas::get)
                : areas.building(numbers.get(0));
    }

    private Optional<String> answer(Heard heard, ActiveNotice notice, Area place, boolean reported, boolean complains) {
        ActiveNotice.Phase phase = notice.phase(heard.at());
        if (phase == ActiveNotice.Phase.BROKEN) {
            return reported ? contradict(heard, notice) : Optional.empty();
        }
        if (phase == ActiveNotice.Phase.COMING && complains) {
            return Optional.empty();
        }
        boolean unheard = facts.explained(notice, heard.group().id(), heard.message().id(), heard.at());
        if (unheard || heard.addressed()) {
            String reply = phase == ActiveNotice.Phase.OVERDUE ? "notice-overdue" : "notice-lasting";
            answers.say(heard, reply, words(notice, place, heard.at()));
        }
        return Optional.of("notice");
    }

    /** The notice did not keep its word: one ticket, urgent, that says so; who tells the same later joins it. */
    private Optional<String> contradict(Heard heard, ActiveNotice notice) {
        Trouble trouble = heard.understanding().troubles().get(0);
        if (heard.understanding().level() != Level.TICKET || gathering.sameTrouble(heard, trouble).isPresent()) {
            return Optional.empty();
        }
        Trouble still = new Trouble(
                trouble.kind(), trouble.category(), trouble.thing(), trouble.matter(), Urgency.P1, true, trouble.restricted(), trouble.place(),
                trouble.placeSource(), STILL_GOING);
        tickets.open(Opening.said(
                        Level.TICKET, still, heard.group().id(), heard.group().gridId(), heard.speaker(), gathering.linesOf(heard), heard.at(),
                        false, heard.addressed())
                .against(notice.id()));
        return Optional.of("ticket");
    }

    private Map<String, String> words(ActiveNotice notice, Area place, Instant at) {
        ZonedDateTime from = notice.from().atZone(CommunityClock.ZONE);
        ZonedDateTime to = notice.to().atZone(CommunityClock.ZONE);
        LocalDate today = at.atZone(CommunityClock.ZONE).toLocalDate();
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        String end = oneDay || to.toLocalDate().equals(today) ? HOUR.format(to) : DAY.format(to) + " " + HOUR.format(to);
        Map<String, String> words = new HashMap<>();
        words.put("place", place.name());
        words.put("time", day(from.toLocalDate(), today) + " " + HOUR.format(from) + "–" + (oneDay ? HOUR.format(to) : DAY.format(to) + " " + HOUR.format(to)));
        words.put("end", end);
        words.put("told", notice.told() && notice.sentAt() != null ? DAY.format(notice.sentAt().atZone(CommunityClock.ZONE)) : "");
        words.put("matter", replies.word("notice-matter." + notice.effect()).orElse(""));
        words.put("back", replies.word("notice-back." + notice.effect()).orElse(""));
        return words;
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Texts.of("notice.day.today");
        }
        return day.equals(today.plusDays(1)) ? Texts.of("notice.day.tomorrow") : DAY.format(day);
    }
}

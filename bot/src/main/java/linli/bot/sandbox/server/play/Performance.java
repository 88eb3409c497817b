package linli.bot.sandbox.server.play;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import linli.bot.rehearsal.Office;
import linli.bot.sandbox.Transcript;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Line;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Posting;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;

/** One play of one transcript, from its first line to its last. */
class Performance {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final int MOST_LINES = 1000;
    private static final int FEW = 3;

    /** What was said or opened before may still be meant so long: a ticket's last digits are good for a week. */
    private static final Duration FORGOTTEN = Duration.ofDays(8);

    /** What hung over from before is done with by then. */
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Transcript transcript;
    private final Props props;
    private final int paceMillis;
    private final Player.Audience audience;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Map<String, String>> numbers = new HashMap<>();
    private final Set<String> seenTickets = new HashSet<>();
    private final Set<Long> seenCards = new HashSet<>();
    private LocalDate first;
    private Instant began;
    private long cardsBefore;
    private int line;
    private int expected;
    private int met;

    Performance(Transcript transcript, Props props, int paceMillis, Player.Audience audience) {
        this.transcript = transcript;
        this.props = props;
        this.paceMillis = paceMillis;
        this.audience = audience;
    }

    void play() throws IOException {
        props.office().flatMap(office -> office.lend(transcript.settings())).ifPresent(wrong -> {
            throw Refused.invalid(wrong);
        });
        try {
            openingNight();
            for (Transcript.Step step : transcript.steps()) {
                advance(step);
                play(step);
                pause();
            }
            reportUnexpected();
            sumUp();
        } catch (Refused stopped) {
            end(Texts.of("sandbox.play.stopped", String.valueOf(line), stopped.getMessage()), false);
        } finally {
            props.office().ifPresent(Office::giveBack);
            props.time().moveTo(props.time().now(), false);
        }
    }

    private void openingNight() throws IOException {
        first = firstDay();
        if (transcript.date() != null && !first.equals(transcript.date())) {
            audience.watch(new Played(0, first.toString(), "", "note", "", Texts.of("sandbox.play.moved", first), null, null));
        }
        props.time().skipTo(instant(transcript.steps().get(0)).minus(ONE_DAY));
        advance(transcript.steps().get(0));
        began = props.time().now();
        cardsBefore = props.cards().lastId();
        transcript.steps().forEach(step -> seen.put(props.groups().require(step.group()).id(), 0L));
        seen.replaceAll((group, none) -> props.messages().before(group, Long.MAX_VALUE, 1).stream()
                .mapToLong(Line::seq)
                .findFirst()
                .orElse(0));
    }

    /**
     * The transcript's own day, or the next one of the same weekday that nothing said before reaches into; without a date, the
     * next time it is its first line's time of day.
     */
    private LocalDate firstDay() {
        LocalDateTime now = local(props.time().now());
        LocalDateTime begin = transcript.steps().get(0).at().on(transcript.date() == null ? now.toLocalDate() : transcript.date());
        if (transcript.date() == null) {
            return begin.isBefore(now) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        }
        LocalDateTime free = props.messages().lastSaid().map(Performance::local).map(last -> last.plus(FORGOTTEN)).orElse(begin);
        while (begin.isBefore(free)) {
            begin = begin.plusWeeks(1);
        }
        return begin.toLocalDate();
    }

    private static LocalDateTime local(Instant at) {
        return at.atZone(CommunityClock.ZONE).toLocalDateTime();
    }

    private void advance(Transcript.Step step) {
        line = step.line();
        props.time().moveTo(instant(step), true);
    }

    private Instant instant(Transcript.Step step) {
        return step.at().on(first).atZone(CommunityClock.ZONE).toInstant();
    }

    private void play(Transcript.Step step) throws IOException {
        ChatGroup group = props.groups().require(step.group());
        if (step instanceof Transcript.Say say) {
            String words = filled(say.text(), group);
            say(say, words, group);
            tell(step, "say", say.speaker(), say.kind().equals("text") ? words : Texts.of("sandbox.kind." + say.kind()), null, null);
        } else if (step instanceof Transcript.Expect expect) {
            expect(expect, group);
        } else if (step instanceof Transcript.Silence) {
            List<Line> said = unseen(group);
            said.forEach(line -> seen.put(group.id(), line.seq()));
            String instead = said.isEmpty() ? null : Texts.of("sandbox.play.saidThis", said.get(0).text());
            tell(step, "silence", "", "", said.isEmpty(), instead);
        } else if (step instanceof Transcript.Action action) {
            act(action, group);
        } else if (step instanceof Transcript.Membership change) {
            props.change(group, change.who(), change.change());
            props.time().moveTo(instant(step), true);
            tell(step, "say", change.who(), Texts.of("sandbox.play.change." + change.change()), null, null);
        } else if (step instanceof Transcript.Repeat repeat) {
            props.news().repeat(repeat.times());
            props.time().moveTo(instant(step), true);
            tell(step, "say", Texts.of("sandbox.play.wecom"), Texts.of("sandbox.play.repeat", repeat.times()), null, null);
        } else if (step instanceof Transcript.Check check) {
            check(check, group);
        }
    }

    private String filled(String words, ChatGroup group) {
        return Transcript.filled(words, known(group));
    }

    private Map<String, String> known(ChatGroup group) {
        return numbers.computeIfAbsent(group.id(), none -> new HashMap<>());
    }

    private void say(Transcript.Say say, String words, ChatGroup group) {
        Member speaker = props.groups().speaker(group, say.speaker(), true);
        Kind kind = Kind.of(say.kind()).orElseThrow();
        String revokes = kind == Kind.REVOKE ? lastOf(words, group, speaker) : null;
        String quote = say.quote() == null ? null : filled(say.quote(), group);
        props.messages().post(new Posting(group, speaker, kind, kind == Kind.REVOKE ? "" : words, quote, revokes, null, null));
        props.time().moveTo(instant(say), true);
    }

    private String lastOf(String words, ChatGroup group, Member speaker) {
        List<Line> lines = props.messages().before(group.id(), Long.MAX_VALUE, MOST_LINES);
        return lines.stream()
                .filter(line -> line.sender().id().equals(speaker.person().id()) && line.kind() != Kind.REVOKE && !line.recalled())
                .filter(line -> words.isEmpty() || line.text().equals(words))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refused.invalid(Texts.of("sandbox.nothingToRevoke", group.name())))
                .msgId();
    }

    private void expect(Transcript.Expect expect, ChatGroup group) throws IOException {
        Line said = unseen(group).stream().findFirst().orElse(null);
        Optional<Map<String, String>> match = said == null ? Optional.empty() : expect.match(said.text(), known(group));
        match.ifPresent(known(group)::putAll);
        if (said != null) {
            seen.put(group.id(), said.seq());
        }
        String instead = said == null ? Texts.of("sandbox.play.saidNothing") : Texts.of("sandbox.play.saidThis", said.text());
        tell(expect, "expect", Texts.of("sandbox.word.assistant"), expect.text(), match.isPresent(), match.isPresent() ? null : instead);
    }

    private void act(Transcript.Action action, ChatGroup group) throws IOException {
        if (props.confirms(group, action.who(), action.deed())) {
            props.time().moveTo(instant(action), true);
            tell(action, "action", action.who(), action.deed(), null, null);
            return;
        }
        Optional<Office> office = props.office();
        if (office.isEmpty()) {
            tell(action, "action", action.who(), action.deed(), null, Texts.of("sandbox.play.byHand"));
            return;
        }
        String deed = filled(action.deed(), group);
        Optional<String> refused = office.get().act(group.id(), props.userid(group, action.who()), deed);
        props.time().moveTo(instant(action), true);
        if (refused.isEmpty()) {
            tell(action, "action", action.who(), deed, null, null);
        } else {
            tell(action, "action", action.who(), deed, false, Texts.of("sandbox.play.refused", refused.get()));
        }
    }

    private void check(Transcript.Check check, ChatGroup group) throws IOException {
        List<String> words = check.words().stream().map(word -> filled(word, group)).toList();
        boolean tickets = check.what().equals(Texts.of("sandbox.word.tickets"));
        String instead = tickets ? checkTickets(words, group) : checkCards(words);
        String text = words.isEmpty() ? Texts.of("sandbox.play.nothing") : String.join(" ", words);
        tell(check, "check", check.what(), text, instead == null, instead);
    }

    /** @return what is there instead, or null when it is as expected */
    private String checkTickets(List<String> words, ChatGroup group) {
        List<List<String>> all = props.office().map(office -> office.ticketsOf(group.id(), began)).orElse(List.of());
        List<List<String>> fresh = all.stream().filter(ticket -> !seenTickets.contains(ticket.get(0))).toList();
        if (words.isEmpty()) {
            return fresh.isEmpty() ? null : Texts.of("sandbox.play.thisTicket", joined(fresh));
        }
        Optional<List<String>> found = fresh.stream().filter(ticket -> ticket.containsAll(words)).findFirst()
                .or(() -> all.stream().filter(ticket -> ticket.containsAll(words)).findFirst());
        found.ifPresent(ticket -> seenTickets.add(ticket.get(0)));
        if (found.isPresent()) {
            return null;
        }
        return all.isEmpty() ? Texts.of("sandbox.play.noTicketSeen") : Texts.of("sandbox.play.thisTicket", joined(all));
    }

    private static String joined(List<List<String>> tickets) {
        return tickets.stream().map(ticket -> String.join(" ", ticket)).collect(Collectors.joining("；"));
    }

    private String checkCards(List<String> words) {
        List<Props.Card> fresh = props.cards(cardsBefore).stream().filter(card -> !seenCards.contains(card.id())).toList();
        if (words.isEmpty()) {
            return fresh.isEmpty() ? null : Texts.of("sandbox.play.thisCard", fresh.get(0).words());
        }
        Optional<Props.Card> found = fresh.stream().filter(card -> words.stream().allMatch(card.words()::contains)).findFirst();
        found.ifPresent(card -> seenCards.add(card.id()));
        if (found.isPresent()) {
            return null;
        }
        return fresh.isEmpty() ? Texts.of("sandbox.play.noCard")
                : Texts.of("sandbox.play.thisCard", fresh.stream()
                        .skip(Math.max(0, fresh.size() - FEW))
                        .map(Props.Card::words)
                        .collect(Collectors.joining("；")));
    }

    private List<Line> unseen(ChatGroup group) {
        return props.messages().after(group.id(), seen.get(group.id()), MOST_LINES).stream()
                .filter(line -> line.route() != null)
                .toList();
    }

    private void reportUnexpected() throws IOException {
        for (String groupId : seen.keySet()) {
            ChatGroup group = props.groups().require(groupId);
            for (Line line : unseen(group)) {
                expected++;
                audience.watch(new Played(
                        0, shown(line.sentAt()), group.name(), "extra", line.nickname(), line.text(), false, Texts.of("sandbox.play.extra")));
            }
        }
    }

    private void sumUp() throws IOException {
        boolean all = met == expected;
        end(Texts.of(all ? "sandbox.play.allMet" : "sandbox.play.someFailed", expected, expected - met), all);
    }

    private void end(String text, boolean all) throws IOException {
        audience.watch(new Played(0, shown(props.time().now()), "", "end", "", text, all, null));
    }

    private void tell(Transcript.Step step, String what, String who, String text, Boolean isMet, String detail) throws IOException {
        if (isMet != null) {
            expected++;
            met += isMet ? 1 : 0;
        }
        audience.watch(new Played(step.line(), shown(instant(step)), step.group(), what, who, text, isMet, detail));
    }

    private static String shown(Instant at) {
        return SHOWN.format(at.atZone(CommunityClock.ZONE));
    }

    private void pause() throws IOException {
        try {
            if (paceMillis > 0 && props.closing().await(paceMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the sandbox is closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

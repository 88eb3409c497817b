package linli.bot.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.inbox.IncomingMessage.Kind;
import linli.bot.inbox.MessageHandler;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.intake.step.Heard;
import linli.bot.intake.step.Step;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Command.Verb;
import linli.bot.parsing.Level;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Utterance;
import linli.bot.settings.Settings;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Recordings;
import linli.bot.workbench.LiveReader;
import org.springframework.stereotype.Component;

/** Takes a line through the steps, in the order their classes state. */
@Component
class Intake implements MessageHandler {

    /** Ids of robots, our own lines among them, begin so. */
    private static final String ROBOT = "wb";

    /** So much of a quoted line is compared. */
    private static final int QUOTED = 24;

    private final ChatGroups groups;
    private final Members members;
    private final StaffMembers staff;
    private final Settings settings;
    private final LiveReader live;
    private final GroupThreads threads;
    private final Told told;
    private final GroupTickets groupTickets;
    private final Pictures pictures;
    private final Recordings recordings;
    private final Announcements announcements;
    private final UnboundGroups unbound;
    private final Outbox outbox;
    private final List<Step> steps;

    Intake(
            ChatGroups groups,
            Members members,
            StaffMembers staff,
            Settings settings,
            LiveReader live,
            GroupThreads threads,
            Told told,
            GroupTickets groupTickets,
            Pictures pictures,
            Recordings recordings,
            Announcements announcements,
            UnboundGroups unbound,
            Outbox outbox,
            List<Step> steps) {
        this.groups = groups;
        this.members = members;
        this.staff = staff;
        this.settings = settings;
        this.live = live;
        this.threads = threads;
        this.told = told;
        this.groupTickets = groupTickets;
        this.pictures = pictures;
        this.recordings = recordings;
        this.announcements = announcements;
        this.unbound = unbound;
        this.outbox = outbox;
        this.steps = steps;
    }

    @Override
    public List<Disposition> handle(List<Spoken> lines) {
        StoredMessage last = lines.get(lines.size() - 1).message();
        Optional<ChatGroup> group = groups.listened(last.chatId());
        group.ifPresent(bound -> noteHeard(bound, last.sentAt()));
        Sitting sitting = new Sitting(group, lines.stream().map(line -> line.message().senderId()).collect(Collectors.toSet()));
        List<Disposition> done = new ArrayList<>(lines.size());
        for (Spoken line : lines) {
            if (announcements.isDueBefore(last.chatId(), line.message().sentAt())) {
                break;
            }
            done.add(handle(line.message(), line.words(), sitting));
        }
        told.read(sitting.readings);
        groupTickets.write();
        return done;
    }

    @Override
    public void before(String chatId, Instant saidAt) {
        announcements.catchUp(chatId, saidAt);
    }

    /** What a batch of one group's lines is taken with: read once for all of them, and written once. */
    private final class Sitting {

        private final Optional<ChatGroup> group;
        private final Set<String> speakers;
        private final List<Told.Reading> readings = new ArrayList<>();
        private Map<String, Member> known;

        private Sitting(Optional<ChatGroup> group, Set<String> speakers) {
            this.group = group;
            this.speakers = speakers;
            lookAgain();
        }

        /** Somebody asked not to be read, or to be read again: it holds from the next line on. */
        private void lookAgain() {
            known = group.map(bound -> members.find(bound.id(), speakers)).orElse(Map.of());
        }

        private Optional<Member> member(String speaker) {
            return Optional.ofNullable(known.get(speaker));
        }
    }

    private Disposition handle(StoredMessage message, String words, Sitting sitting) {
        if (message.senderId().startsWith(ROBOT)) {
            return Disposition.done("own");
        }
        if (sitting.group.isEmpty()) {
            unbound.watch(message, words);
            return Disposition.hold();
        }
        ChatGroup group = sitting.group.get();
        boolean readable = sitting.member(message.senderId()).map(Member::isReadable).orElse(true);
        return switch (message.kind()) {
            case REVOKE -> Disposition.done(takeBack(message));
            case IMAGE -> readable ? Disposition.done(pictures.take(group, message)) : Disposition.forget("not-read");
            case TEXT, FORWARD -> read(group, message, words, readable, sitting);
            case VOICE -> readable ? Disposition.done(recordings.take(group.id(), message)) : Disposition.forget("not-read");
            default -> readable ? Disposition.done("unread") : Disposition.forget("not-read");
        };
    }

    /** To the minute: a group that talks need not be written at every line. */
    private void noteHeard(ChatGroup group, Instant at) {
        if (group.lastHeardAt() == null || group.lastHeardAt().isBefore(at.minusSeconds(60))) {
            groups.heard(group.externalChatId(), at);
        }
    }

    private String takeBack(StoredMessage message) {
        return told.recalled(message.revokes(), message.sentAt())
                .map(original -> {
                    groupTickets.withdrawn(original.id());
                    return "recall";
                })
                .orElse("recall-unknown");
    }

    private Disposition read(ChatGroup group, StoredMessage message, String words, boolean readable, Sitting sitting) {
        Optional<Member> member = sitting.member(message.senderId());
        Optional<Staff> speaker = staff.speaking(message.senderId());
        boolean fromStaff = speaker.isPresent() || member.map(Member::internal).orElse(false);
        boolean addressed = isAddressed(message, words);
        if (!readable && !addressed) {
            return Disposition.forget("not-read");
        }
        Said said = new Said(message.senderId(), member.map(Member::nickname).orElse(""), fromStaff, group.buildingNumber(),
                message.sentAt(), new Utterance(words, message.kind() == Kind.FORWARD ? Utterance.Kind.FORWARD : Utterance.Kind.TEXT, addressed));
        ThreadState state = threads.of(group, message.sentAt());
        LiveReader.InUse reader = live.inUse();
        ThreadReading reading = reader.thread().read(said, state);
        Understanding understood = reading.line();
        Heard heard = new Heard(group, member, speaker, message, words, addressed, reading);
        if (!readable) {
            // Answered, not kept: only what is asked of the assistant itself is followed (C15).
            return Disposition.forget(understood.command() == null ? "not-read" : follow(heard, sitting));
        }
        String outcome = follow(heard, sitting);
        Long ticket = groupTickets.putTo(message.id()).orElse(null);
        if (understood.level() != Level.CHAT || ticket != null) {
            sitting.readings.add(reading(message, reading, ticket, reader));
        }
        if (understood.command() != null && understood.command().verb() == Verb.OPT_OUT) {
            threads.forget(group);
            return Disposition.forget(outcome);
        }
        threads.remember(group, state.after(said, reading, ticket == null ? null : String.valueOf(ticket)), message.sentAt());
        return Disposition.done(outcome);
    }

    private String follow(Heard heard, Sitting sitting) {
        String outcome = walk(heard);
        if (heard.understanding().command() != null) {
            sitting.lookAgain();
        }
        return outcome;
    }

    String walk(Heard heard) {
        for (Step step : steps) {
            Optional<String> outcome = step.take(heard);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("no step took the line");
    }

    boolean isAddressed(StoredMessage message, String words) {
        return words.contains("@" + settings.assistant())
                || words.contains(Texts.of("intake.call"))
                || message.quote() != null && isOurs(message);
    }

    /** A reply to the assistant is said to it; a quote does not tell whose words it repeats, and may repeat the first of them only. */
    private boolean isOurs(StoredMessage message) {
        String quote = message.quote().strip();
        return quote.contains(settings.assistant())
                || quote.startsWith("【") && outbox.hasSaid(message.chatId(), quote.substring(0, Math.min(quote.length(), QUOTED)));
    }

    private Told.Reading reading(StoredMessage message, ThreadReading reading, Long ticket, LiveReader.InUse reader) {
        Understanding understood = reading.line();
        return new Told.Reading(
                message.id(),
                understood.level().name(),
                reading.intent().name(),
                understood.troubles().stream().findFirst().map(t -> t.category().name()).orElse(null),
                String.join("|", understood.predicates()),
                String.join("|", understood.vetoes()),
                understood.confidence(),
                reader.parser().lexiconVersion(),
                Parser.VERSION,
                reading.action().name(),
                ticket,
                reading.request(),
                reader.thread().version());
    }
}

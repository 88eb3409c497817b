package linli.bot.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import linli.bot.ticket.Recordings;
import linli.bot.ticket.Tickets;
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
    private final Tickets tickets;
    private final Pictures pictures;
    private final Recordings recordings;
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
            Tickets tickets,
            Pictures pictures,
            Recordings recordings,
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
        this.tickets = tickets;
        this.pictures = pictures;
        this.recordings = recordings;
        this.unbound = unbound;
        this.outbox = outbox;
        this.steps = steps;
    }

    @Override
    public Disposition handle(StoredMessage message, String words) {
        if (message.senderId().startsWith(ROBOT)) {
            return Disposition.done("own");
        }
        Optional<ChatGroup> group = groups.findByExternalId(message.chatId()).filter(ChatGroup::isBound);
        if (group.isEmpty()) {
            unbound.watch(message, words);
            return Disposition.hold();
        }
        noteHeard(group.get(), message.sentAt());
        Optional<Member> member = members.find(group.get().id(), message.senderId());
        boolean readable = member.map(Member::isReadable).orElse(true);
        return switch (message.kind()) {
            case REVOKE -> Disposition.done(takeBack(message));
            case IMAGE -> readable ? Disposition.done(pictures.take(group.get(), message)) : Disposition.forget("not-read");
            case TEXT, FORWARD -> read(group.get(), member, message, words, readable);
            case VOICE -> readable ? Disposition.done(recordings.take(group.get().id(), message)) : Disposition.forget("not-read");
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
                    tickets.withdrawn(original.id());
                    return "recall";
                })
                .orElse("recall-unknown");
    }

    private Disposition read(
            ChatGroup group, Optional<Member> member, StoredMessage message, String words, boolean readable) {
        Optional<Staff> speaker = staff.findByUserid(message.senderId());
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
            return Disposition.forget(understood.command() == null ? "not-read" : walk(heard));
        }
        String outcome = walk(heard);
        Long ticket = tickets.ofLine(message.id()).orElse(null);
        if (understood.level() != Level.CHAT || ticket != null) {
            told.read(reading(message, reading, ticket, reader));
        }
        if (understood.command() != null && understood.command().verb() == Verb.OPT_OUT) {
            threads.forget(group);
            return Disposition.forget(outcome);
        }
        threads.remember(group, state.after(said, reading, ticket == null ? null : String.valueOf(ticket)), message.sentAt());
        return Disposition.done(outcome);
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

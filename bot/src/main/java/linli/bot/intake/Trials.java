package linli.bot.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.intake.step.Heard;
import linli.bot.outbox.Line;
import linli.bot.outbox.Outbox;
import linli.bot.parsing.Utterance;
import linli.bot.problem.NotFound;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import linli.bot.thread.Turn;
import linli.bot.ticket.Announcements;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import linli.bot.workbench.LiveReader;
import linli.bot.workbench.TrialRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a line walk through the very steps a real one takes, in a transaction that is taken back: what it shows is what would
 * happen, not a second opinion of it.
 */
@Component
class Trials implements TrialRun {

    /** Nobody's id; a stranger to every ticket. */
    private static final String STRANGER = "wm-trial";

    private static final int LIKELIEST = 3;

    private final Intake intake;
    private final LiveReader live;
    private final GroupThreads threads;
    private final ChatGroups groups;
    private final Members members;
    private final Inbox inbox;
    private final Told told;
    private final Tickets tickets;
    private final GroupTickets groupTickets;
    private final Announcements announcements;
    private final Outbox outbox;
    private final TrialMapper mapper;
    private final CommunityClock clock;
    private final TransactionTemplate alone;

    Trials(
            Intake intake,
            LiveReader live,
            GroupThreads threads,
            ChatGroups groups,
            Members members,
            Inbox inbox,
            Told told,
            Tickets tickets,
            GroupTickets groupTickets,
            Announcements announcements,
            Outbox outbox,
            TrialMapper mapper,
            CommunityClock clock,
            PlatformTransactionManager transactions) {
        this.intake = intake;
        this.live = live;
        this.threads = threads;
        this.groups = groups;
        this.members = members;
        this.inbox = inbox;
        this.told = told;
        this.tickets = tickets;
        this.groupTickets = groupTickets;
        this.announcements = announcements;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Outcome run(Spoken line) {
        if (line.groupId() == null) {
            return nowhere(line);
        }
        ChatGroup group = groups.all().stream()
                .filter(each -> each.id() == line.groupId() && each.isBound() && each.externalChatId() != null)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.parser.group"));
        return alone.execute(status -> {
            status.setRollbackOnly();
            mapper.begin();
            return inGroup(group, line);
        });
    }

    private Outcome nowhere(Spoken line) {
        boolean staff = line.speaker() == Speaker.STAFF;
        Said said = new Said(STRANGER, line.nickname(), staff, null, clock.now(), Utterance.text(line.words()));
        LiveReader.InUse reader = live.inUse();
        ThreadReading reading = reader.thread().read(said, ThreadState.EMPTY);
        return new Outcome(reading, likeliest(reader, said, ThreadState.EMPTY), null, null, null, false, List.of(), 0);
    }

    private Outcome inGroup(ChatGroup group, Spoken line) {
        Instant now = clock.now();
        ThreadState state = threads.of(group, now);
        String speaker = line.speaker() == Speaker.LAST ? lastSpeaker(state) : STRANGER;
        Optional<Member> known = members.find(group.id(), speaker);
        String nickname = known.map(Member::nickname).orElse(line.nickname());
        boolean staff = line.speaker() == Speaker.STAFF || known.map(Member::internal).orElse(false);
        Member member = new Member(0, group.id(), speaker, nickname, staff, true, false);

        StoredMessage message = store(group, speaker, line.words(), now);
        boolean addressed = intake.isAddressed(message, line.words());
        Said said = new Said(speaker, nickname, staff, group.buildingNumber(), now, new Utterance(line.words(), Utterance.Kind.TEXT, addressed));
        LiveReader.InUse reader = live.inUse();
        ThreadReading reading = reader.thread().read(said, state);
        Set<Long> before = groupTickets.openIn(group.id(), Instant.EPOCH).stream().map(Ticket::id).collect(Collectors.toSet());
        String outcome = intake.walk(new Heard(group, Optional.of(member), Optional.empty(), message, line.words(), addressed, reading));
        Optional<Ticket> ticket = groupTickets.ofLine(message.id()).map(tickets::get);
        boolean opens = ticket.filter(t -> !before.contains(t.id())).isPresent();
        List<Line> put = outbox.ofThisTransaction();
        return new Outcome(
                reading,
                likeliest(reader, said, state),
                outcome,
                opens ? null : ticket.map(Ticket::no).orElse(null),
                ticket.map(t -> (t.placeLabel() + " " + t.matter()).strip()).orElse(null),
                opens,
                replies(group, put, ticket, opens),
                (int) put.stream().filter(sent -> !sent.target().equals(group.externalChatId())).count());
    }

    private StoredMessage store(ChatGroup group, String speaker, String words, Instant now) {
        String id = "trial-" + UUID.randomUUID();
        inbox.rehearse(new IncomingMessage(
                "wecom", id, Long.MAX_VALUE, group.externalChatId(), speaker, IncomingMessage.Kind.TEXT, words, null, null, null, now));
        return told.byVendorId(id).orElseThrow();
    }

    private static String lastSpeaker(ThreadState state) {
        return state.turns().stream().filter(turn -> !turn.staff()).map(Turn::speaker).findFirst().orElse(STRANGER);
    }

    private List<Reply> replies(ChatGroup group, List<Line> put, Optional<Ticket> ticket, boolean opens) {
        List<Reply> replies = new ArrayList<>();
        put.stream().filter(line -> line.target().equals(group.externalChatId())).forEach(line -> replies.add(new Reply(line.text(), null)));
        if (opens) {
            ticket.flatMap(t -> announcements.toCome(t.id())).ifPresent(next -> replies.add(new Reply(next.text(), next.solicited() ? null : next.dueAt())));
        }
        return replies;
    }

    private static Map<String, Double> likeliest(LiveReader.InUse reader, Said said, ThreadState state) {
        Map<String, Double> first = new LinkedHashMap<>();
        reader.thread().categories(said, state).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(LIKELIEST)
                .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }
}

package linli.bot.workbench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.bot.audit.AuditLog;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Category;
import linli.bot.parsing.Intent;
import linli.bot.privacy.Masking;
import linli.bot.privacy.PrivacyProperties;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketLine;
import linli.bot.ticket.TicketMoved;
import linli.bot.ticket.Tickets;
import linli.bot.time.CommunityClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff correct of the readings (误报, 漏报, 改类, 改址), noted where they correct it. Nothing becomes a corpus line before a
 * leader or an administrator has read it. Restricted tickets are left out: their words are for few eyes.
 */
@Component("readingCorrections")
@Transactional
public class ReadingCorrections {

    private static final int PAGE = 100;
    private static final int ALL = 100_000;
    private static final int LONGEST = 500;

    private final CorrectionMapper mapper;
    private final Tickets tickets;
    private final Told told;
    private final AuditLog audit;
    private final PrivacyProperties privacy;
    private final CommunityClock clock;

    ReadingCorrections(CorrectionMapper mapper, Tickets tickets, Told told, AuditLog audit, PrivacyProperties privacy, CommunityClock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.told = told;
        this.audit = audit;
        this.privacy = privacy;
        this.clock = clock;
    }

    @EventListener
    void on(TicketMoved moved) {
        Correction.Kind kind = switch (moved.action()) {
            case VOID, DISMISS -> Correction.Kind.FALSE_ALARM;
            case RECLASSIFY -> Correction.Kind.CATEGORY;
            case RELOCATE -> Correction.Kind.PLACE;
            default -> null;
        };
        if (kind == null || moved.actor().staffId() == null) {
            return;
        }
        Ticket ticket = tickets.get(moved.ticketId());
        Optional<TicketLine> line = ticket.restricted() ? Optional.empty() : tickets.lines(ticket.id(), Actor.SYSTEM).stream()
                .filter(TicketLine::counted)
                .filter(each -> each.kind() == IncomingMessage.Kind.TEXT && each.text() != null && !each.text().isBlank())
                .findFirst();
        line.ifPresent(said -> note(kind, ticket, said, told.readingOf(said.messageId()), moved.actor()));
    }

    private void note(Correction.Kind kind, Ticket ticket, TicketLine line, Optional<Told.Reading> read, Actor by) {
        String was = read.map(Told.Reading::category).orElse(null);
        if (kind == Correction.Kind.CATEGORY && ticket.category().name().equals(was)) {
            return;
        }
        String readAs = was == null ? Texts.of("parser.category.NONE") : Texts.label(Category.valueOf(was));
        String shouldBe = switch (kind) {
            case CATEGORY -> Texts.label(ticket.category());
            case PLACE -> Texts.of("parser.correction.place", ticket.placeLabel());
            default -> Texts.of("parser.correction.chat");
        };
        String intent = read.map(Told.Reading::intent).filter(each -> Intent.valueOf(each).isRequest()).orElse(Intent.REPORT.name());
        String labels = kind == Correction.Kind.FALSE_ALARM ? "" : labels(Intent.valueOf(intent), ticket.category(), ticket.urgent());
        mapper.note(new CorrectionMapper.Noted(
                kind, line.messageId(), ticket.id(), Masking.mask(line.text()), readAs, shouldBe, labels, by.ref(), clock.now()));
    }

    private static String labels(Intent intent, Category category, boolean urgent) {
        return intent + " " + category + (urgent ? "!" : "") + " open1";
    }

    /**
     * Notes a line that should have been a ticket (漏报), entered by hand.
     *
     * @throws Invalid when no words or no category are given, or too many words
     */
    public void missed(String words, Intent intent, Category category, boolean urgent, Actor by) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Invalid("problem.parser.words");
        }
        if (category == null || !intent.isRequest()) {
            throw new Invalid("problem.parser.category");
        }
        mapper.note(new CorrectionMapper.Noted(Correction.Kind.MISSED, null, null, Masking.mask(words.strip()),
                Texts.of("parser.correction.unheard"), Texts.label(category), labels(intent, category, urgent), by.ref(), clock.now()));
    }

    /** The latest in a state, newest first. */
    public List<Correction> inState(Correction.State state) {
        return mapper.inState(state, PAGE);
    }

    public int count(Correction.State state) {
        return mapper.count(state);
    }

    /**
     * Takes a correction into the corpus.
     *
     * @param words the words as they may be kept: whoever approves strikes names that no machine found
     * @throws Conflict when somebody decided it before
     */
    public void approve(long id, String words, Actor by) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Invalid("problem.parser.words");
        }
        decide(id, Correction.State.APPROVED, Masking.mask(words.strip()), by);
    }

    /** @throws Conflict when somebody decided it before */
    public void discard(long id, Actor by) {
        decide(id, Correction.State.DISCARDED, "", by);
    }

    private void decide(long id, Correction.State state, String words, Actor by) {
        if (!mayDecide(by)) {
            throw new NotAllowed("problem.parser.decide");
        }
        if (mapper.decide(id, state, words, by.ref(), clock.now()) == 0) {
            throw new Conflict("problem.parser.decided");
        }
        audit.add(by.ref(), "parser.correction." + state, "correction:" + id, null);
    }

    public static boolean mayDecide(Actor actor) {
        return actor.is(Role.LEADER) || actor.is(Role.ADMIN);
    }

    /** The approved corrections as a file for {@code config/corpus}, oldest first. */
    public String corpusFile() {
        List<Correction> approved = mapper.inState(Correction.State.APPROVED, ALL);
        String speaker = Texts.of("parser.correction.speaker");
        return approved.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).map(each -> each.asCorpus(speaker)).collect(Collectors.joining("\n"));
    }

    /** What nobody decided goes with the words it quotes. @return how many */
    public int forgetUndecided() {
        return mapper.dropUndecided(clock.now().minus(privacy.keepText()));
    }
}

package linli.bot.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import linli.bot.audit.AuditLog;
import linli.bot.parsing.Category;
import linli.bot.parsing.PersonalData;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.ticket.TicketAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the phrases. */
@Component
@Transactional
public class Phrases {

    /** Steps that ask for words of one's own. */
    public static final Set<TicketAction> STEPS =
            EnumSet.of(TicketAction.RESOLVE, TicketAction.ASK, TicketAction.REJECT, TicketAction.REOPEN, TicketAction.NOTE);

    private static final int LONGEST = 60;
    private static final int MOST = 200;

    private final PhraseMapper mapper;
    private final AuditLog audit;

    Phrases(PhraseMapper mapper, AuditLog audit) {
        this.mapper = mapper;
        this.audit = audit;
    }

    /** Those for a step, of the category first. */
    @Transactional(readOnly = true)
    public List<Phrase> of(TicketAction action, Category category) {
        return STEPS.contains(action) ? mapper.findFor(action, category) : List.of();
    }

    @Transactional(readOnly = true)
    public List<Phrase> all() {
        return mapper.findAll();
    }

    /** Whether this person keeps them. */
    public static boolean mayKeep(Actor actor) {
        return actor.is(Role.DESK);
    }

    /** @param category null for any matter */
    public void add(TicketAction action, Category category, String words, Actor actor) {
        requireKeeper(actor);
        String tidy = words == null ? "" : words.strip();
        if (action == null || !STEPS.contains(action) || tidy.isEmpty() || tidy.length() > LONGEST || !PersonalData.find(tidy).isEmpty()) {
            throw new Invalid("problem.phrase.words", String.valueOf(LONGEST));
        }
        if (mapper.findAll().size() >= MOST) {
            throw new Invalid("problem.phrase.many", String.valueOf(MOST));
        }
        mapper.insert(action, category, tidy);
        audit.add(actor.ref(), "phrase.changed", "phrase:" + action, null);
    }

    /** Taking away what is not there changes nothing. */
    public void remove(long id, Actor actor) {
        requireKeeper(actor);
        if (mapper.delete(id) > 0) {
            audit.add(actor.ref(), "phrase.changed", "phrase:" + id, null);
        }
    }

    private static void requireKeeper(Actor actor) {
        if (!mayKeep(actor)) {
            throw new NotAllowed("problem.phrase.role");
        }
    }
}

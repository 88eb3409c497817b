package linli.bot.notice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 敏感词: words no notice may carry. Those that come with the program stay; the rest is the community's own list. Who writes
 * notices may add a word, but not take one off: that is for the people who review.
 */
@Component
@Transactional
public class RefusedWords {

    private static final int LONGEST = 30;
    private static final int REASON = 100;
    private static final int MOST = 2000;
    private static final int REMEMBERED = 50;

    private final RefusedWordMapper mapper;
    private final NoticeTemplates templates;
    private final AuditLog audit;
    private final CommunityClock clock;

    RefusedWords(RefusedWordMapper mapper, NoticeTemplates templates, AuditLog audit, CommunityClock clock) {
        this.mapper = mapper;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a word stands in a text. */
    public record Hit(RefusedWord word, int from, int to) {}

    /** In force: the community's, the newest first, then the given ones. */
    @Transactional(readOnly = true)
    public List<RefusedWord> all() {
        List<RefusedWord> all = new ArrayList<>(mapper.findInForce());
        templates.refusedWords().forEach(word -> all.add(new RefusedWord(0, word, null, null, null, null, null, null)));
        return all;
    }

    /** Taken off, the latest first. */
    @Transactional(readOnly = true)
    public List<RefusedWord> removed() {
        return mapper.findRemoved(REMEMBERED);
    }

    public void add(String word, String reason, Actor actor) {
        if (!mayAdd(actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.words.add"));
        }
        String typed = word == null ? "" : word.strip();
        String plain = plain(typed);
        String why = reason == null ? "" : reason.strip();
        // One letter would hit half of what anybody writes.
        if (plain.codePointCount(0, plain.length()) < 2 || typed.length() > LONGEST || why.length() > REASON) {
            throw new Invalid("problem.notice.words.length");
        }
        if (mapper.findInForce().size() >= MOST) {
            throw new Invalid("problem.notice.words.most", String.valueOf(MOST));
        }
        boolean given = templates.refusedWords().stream().anyMatch(other -> plain(other).equals(plain));
        if (given || mapper.insert(typed, plain, why.isEmpty() ? null : why, actor, clock.now()) == 0) {
            throw new Conflict("problem.notice.words.there", typed);
        }
        audit.add(actor.ref(), "notice.word.added", "word:" + plain.hashCode(), typed);
    }

    public void remove(long id, Actor actor) {
        if (!mayRemove(actor)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.words.remove"));
        }
        if (mapper.remove(id, actor, clock.now()) == 0) {
            throw new Conflict("problem.notice.words.gone");
        }
        audit.add(actor.ref(), "notice.word.removed", "word:" + id, null);
    }

    public boolean mayAdd(Actor actor) {
        return actor.is(Role.CLERK) || mayRemove(actor);
    }

    public boolean mayRemove(Actor actor) {
        return actor.is(Role.REVIEWER) || actor.is(Role.DESK) || actor.is(Role.LEADER);
    }

    /** Every place where a refused word stands, in the text's order; gaps, width and case hide nothing. */
    @Transactional(readOnly = true)
    public List<Hit> hits(String text) {
        StringBuilder plain = new StringBuilder();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String letter = plain(Character.toString(text.codePointAt(i)));
            for (int k = 0; k < letter.length(); k++) {
                at.add(i);
            }
            plain.append(letter);
        }
        List<Hit> hits = new ArrayList<>();
        for (RefusedWord word : all()) {
            String wanted = plain(word.word());
            for (int from = plain.indexOf(wanted); from >= 0; from = plain.indexOf(wanted, from + wanted.length())) {
                int last = at.get(from + wanted.length() - 1);
                hits.add(new Hit(word, at.get(from), last + Character.charCount(text.codePointAt(last))));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::from));
        return hits;
    }

    /** Letters and digits only, in one width and one case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

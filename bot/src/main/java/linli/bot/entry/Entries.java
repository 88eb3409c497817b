package linli.bot.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import linli.bot.audit.AuditLog;
import linli.bot.community.Areas;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.PersonalData;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.parsing.Utterance;
import linli.bot.privacy.Masking;
import linli.bot.privacy.TextVault;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Source;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import linli.bot.ticket.WordsBehind;
import linli.bot.time.CommunityClock;
import linli.bot.workbench.LiveReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to what staff write down at the counter or on a patrol. */
@Component
public class Entries implements WordsBehind {

    /** Longer than anybody types while somebody waits at the window. */
    public static final int LONGEST = 500;

    public static final int MOST_PHOTOS = 3;

    private static final int LONGEST_MATTER = 20;

    /** Model E1, retention of media. */
    private static final Duration PHOTOS_STAY = Duration.ofDays(180);

    /** Nobody's id: the reader knows nothing of who speaks at a counter. */
    private static final String STRANGER = "";

    private final EntryMapper mapper;
    private final Tickets tickets;
    private final LiveReader reader;
    private final Areas areas;
    private final TextVault vault;
    private final AuditLog audit;
    private final CommunityClock clock;
    private final TransactionTemplate transaction;

    Entries(
            EntryMapper mapper,
            Tickets tickets,
            LiveReader reader,
            Areas areas,
            TextVault vault,
            AuditLog audit,
            CommunityClock clock,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.reader = reader;
        this.areas = areas;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether this person writes things down: a grid worker or the desk (event 2). */
    public static boolean mayWrite(Actor actor) {
        return actor.is(Role.GRID) || actor.is(Role.DESK);
    }

    /** What the words tell, by the same reader that listens to the groups. */
    public Guess read(String words) {
        String tidy = words == null ? "" : words.strip();
        Said said = new Said(STRANGER, "", false, null, clock.now(), Utterance.text(tidy.substring(0, Math.min(tidy.length(), LONGEST))));
        LiveReader.InUse inUse = reader.inUse();
        ThreadReading reading = inUse.thread().read(said, ThreadState.EMPTY);
        List<Trouble> found = reading.line().troubles();
        if (!found.isEmpty()) {
            Trouble first = found.get(0);
            boolean emergency = reading.line().level() == Level.EMERGENCY;
            return new Guess(emergency ? urgent(first) : first, true, found.subList(1, found.size()));
        }
        Category category = Optional.ofNullable(reading.category()).orElseGet(() -> likeliest(inUse, said));
        Urgency urgency = reading.urgent() ? Urgency.P1 : Urgency.P2;
        Place place = reading.line().place();
        return new Guess(trouble(category, "", urgency, false, place), false, List.of());
    }

    private static Trouble urgent(Trouble t) {
        return new Trouble(t.kind(), t.category(), t.thing(), t.matter(), Urgency.P0, true, t.restricted(), t.place(), t.placeSource(), t.reply());
    }

    private static Category likeliest(LiveReader.InUse inUse, Said said) {
        return inUse.thread().categories(said, ThreadState.EMPTY).entrySet().stream()
                .filter(entry -> Arrays.stream(Category.values()).anyMatch(known -> known.name().equals(entry.getKey())))
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(entry -> Category.valueOf(entry.getKey()))
                .orElse(Category.OTH);
    }

    private static Trouble trouble(Category category, String matter, Urgency urgency, boolean restricted, Place place) {
        Trouble.PlaceSource source = place.isNowhere() ? Trouble.PlaceSource.NONE : Trouble.PlaceSource.WORDS;
        String kind = "guessed-" + category.name().toLowerCase(Locale.ROOT);
        return new Trouble(kind, category, "", matter, urgency, urgency.compareTo(Urgency.P1) <= 0, restricted, place, source, "registered");
    }

    /**
     * Opens the ticket. The same form again gives the ticket that it opened.
     *
     * @throws NotAllowed when this person writes nothing down
     * @throws Invalid when words or place are missing, or something personal stands where a group might hear it
     */
    public Ticket write(Written form, Actor actor) {
        if (!mayWrite(actor) || form.source() != Source.COUNTER && form.source() != Source.PATROL) {
            throw new NotAllowed("problem.ticket.action");
        }
        check(form);
        List<byte[]> photos = form.photos().stream().map(Snapshot::of).toList();
        Trouble trouble = settled(form, read(form.words()).trouble());
        requirePlace(trouble.place(), form, actor);
        try {
            return transaction.execute(status -> put(form, trouble, photos, actor));
        } catch (DuplicateKeyException twice) {
            Long first = mapper.ticketOf(form.key(), actor.staffId());
            if (first == null) {
                throw new Invalid("problem.entry.key");
            }
            return tickets.get(first);
        }
    }

    private static void check(Written form) {
        if (form.key() == null || !form.key().matches("[A-Za-z0-9-]{8,64}")) {
            throw new Invalid("problem.entry.key");
        }
        if (form.words() == null || form.words().isBlank()) {
            throw new Invalid("problem.entry.words");
        }
        if (form.words().length() > LONGEST) {
            throw new Invalid("problem.entry.long", String.valueOf(LONGEST));
        }
        if (form.matter() != null && (form.matter().length() > LONGEST_MATTER || !PersonalData.find(form.matter()).isEmpty())) {
            throw new Invalid("problem.entry.matter", String.valueOf(LONGEST_MATTER));
        }
        if (form.phone() != null && !form.phone().matches("\\+?[0-9][0-9 -]{4,19}")) {
            throw new Invalid("problem.entry.phone");
        }
        if (form.photos().size() > MOST_PHOTOS) {
            throw new Invalid("problem.entry.photos", String.valueOf(MOST_PHOTOS));
        }
    }

    /** Asked once: whoever does not know says so. */
    private void requirePlace(Place place, Written form, Actor actor) {
        for (String building : place.buildings()) {
            if (areas.building(building).isEmpty()) {
                throw new Invalid("problem.entry.building", building);
            }
        }
        if (place.isNowhere() && actor.gridId() == null && !form.nowhere()) {
            throw new Invalid("problem.entry.place");
        }
    }

    /** The person's word before the reader's. */
    private static Trouble settled(Written form, Trouble guess) {
        Category category = form.category() == null ? guess.category() : form.category();
        Urgency urgency = form.urgency() == null ? guess.urgency() : form.urgency();
        boolean restricted = form.restricted() == null ? guess.restricted() : form.restricted();
        Place place = form.place() == null ? guess.place() : form.place();
        boolean same = category == guess.category() && (form.matter() == null || form.matter().equals(guess.matter()));
        if (!same || guess.matter().isEmpty()) {
            String matter = form.matter() == null ? Texts.label(category) : form.matter();
            return trouble(category, matter, urgency, restricted, place);
        }
        return new Trouble(
                guess.kind(), category, guess.thing(), guess.matter(), urgency, urgency.compareTo(Urgency.P1) <= 0, restricted, place,
                guess.placeSource(), guess.reply());
    }

    private Ticket put(Written form, Trouble trouble, List<byte[]> photos, Actor actor) {
        Long known = mapper.ticketOf(form.key(), actor.staffId());
        if (known != null) {
            return tickets.get(known);
        }
        Instant now = clock.now();
        Ticket ticket = tickets.open(Opening.written(form.source(), trouble, actor.gridId(), now));
        String phone = form.phone();
        mapper.insert(new EntryRow(
                ticket.id(), form.key(), actor.staffId(), now, vault.seal(form.words()), Masking.mask(form.words()),
                phone == null ? null : vault.seal(phone), phone == null ? null : Masking.phone(phone)));
        photos.forEach(photo -> mapper.insertPhoto(UUID.randomUUID(), ticket.id(), now, vault.sealBytes(photo)));
        return ticket;
    }

    /** What was written down for a ticket; empty for one that a group's talk opened. */
    @Transactional(readOnly = true)
    public Optional<Entry> of(long ticketId) {
        return Optional.ofNullable(mapper.find(ticketId))
                .map(row -> new Entry(ticketId, row.staffId(), row.at(), row.wordsMasked(), row.phoneMasked(), photos(ticketId)));
    }

    private List<UUID> photos(long ticketId) {
        return mapper.photosOf(ticketId).stream().map(UUID::fromString).toList();
    }

    /**
     * The words and the number as they were given; whoever asks has said why, in the log.
     *
     * @return the words, then the number or null; empty when nothing was written down
     */
    @Transactional(readOnly = true)
    Optional<Unmasked> unmasked(long ticketId) {
        return Optional.ofNullable(mapper.find(ticketId))
                .map(row -> new Unmasked(vault.open(row.wordsSealed()), row.phoneSealed() == null ? null : vault.open(row.phoneSealed())));
    }

    record Unmasked(String words, String phone) {}

    /** A photograph of a ticket, for somebody who may read its words. */
    @Transactional(readOnly = true)
    public byte[] photo(Ticket ticket, UUID id, Actor actor) {
        if (!tickets.mayRead(ticket, actor)) {
            throw new NotAllowed("problem.ticket.restricted");
        }
        return Optional.ofNullable(mapper.photo(ticket.id(), id))
                .map(row -> vault.openBytes(row.image()))
                .orElseThrow(() -> new NotFound("problem.entry.photoGone"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> ticketsWith(String words, int most) {
        return mapper.search(words, most);
    }

    /** Drops photographs that are older than the rule allows. @return how many */
    @Transactional
    public int forgetPhotos() {
        int gone = mapper.forgetPhotos(clock.now().minus(PHOTOS_STAY));
        if (gone > 0) {
            audit.add(Actor.SYSTEM.ref(), "entry.photosForgotten", "entry_photo:" + gone, null);
        }
        return gone;
    }
}

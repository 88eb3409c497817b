package linli.bot.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.problem.Problem;
import linli.bot.settings.Settings;
import linli.bot.staff.Actor;
import linli.bot.staff.DataScope;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.text.Texts;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.RejectCode;
import linli.bot.ticket.Tapped;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketEvent;
import linli.bot.ticket.TicketEvent.Noted;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.TicketStatus;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Goes through the same doors as the console's pages. */
@Component
class ConsoleOffice implements Office {

    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{3,6}");
    private static final int MOST = 200;

    private final Tickets tickets;
    private final TicketLists lists;
    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Settings settings;
    private final NoticeDeeds notices;
    private volatile Tapped lastTap;

    ConsoleOffice(Tickets tickets, TicketLists lists, ChatGroups groups, StaffMembers staff, Settings settings, NoticeDeeds notices) {
        this.tickets = tickets;
        this.lists = lists;
        this.groups = groups;
        this.staff = staff;
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public Optional<String> act(String chatId, String userid, String deed) {
        Optional<Actor> actor = staff.findByUserid(userid).map(Staff::actor);
        if (actor.isEmpty()) {
            return Optional.of(Texts.of("rehearsal.noStaff", userid));
        }
        String[] parts = deed.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        try {
            if (parts[0].equals(Texts.of("rehearsal.takeBack"))) {
                return takeBack(actor.get());
            }
            return NoticeDeeds.isOne(parts[0]) ? notices.act(chatId, actor.get(), parts[0], rest) : tap(chatId, actor.get(), parts[0], rest);
        } catch (Problem refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private Optional<String> takeBack(Actor actor) {
        Tapped tap = lastTap;
        if (tap == null || tap.undoable() == null) {
            return Optional.of(Texts.of("rehearsal.nothingToTakeBack"));
        }
        tickets.undo(tap.ticket().no(), tap.undoable(), actor);
        return Optional.empty();
    }

    private Optional<String> tap(String chatId, Actor actor, String button, String rest) {
        Optional<TicketAction> action = Arrays.stream(TicketAction.values()).filter(each -> Texts.label(each).equals(button)).findFirst();
        if (action.isEmpty()) {
            return Optional.of(Texts.of("rehearsal.noAction", button));
        }
        String[] words = rest.split("\\s+", 2);
        boolean numbered = NUMBER.matcher(words[0]).matches();
        Optional<String> no = numbered ? Optional.of(words[0]) : newest(chatId, action.get());
        if (no.isEmpty()) {
            return Optional.of(Texts.of("rehearsal.noTicket", button));
        }
        lastTap = tickets.tap(no.get(), action.get(), actor, form(action.get(), numbered ? words.length > 1 ? words[1] : "" : rest));
        return Optional.empty();
    }

    private Optional<String> newest(String chatId, TicketAction action) {
        return rows(chatId).stream().filter(row -> action.startsIn(row.status())).map(TicketRow::no).findFirst();
    }

    private ActionForm form(TicketAction action, String text) {
        String words = text.isBlank() ? null : text;
        return switch (action) {
            case ACCEPT -> new ActionForm(null, null, words, null, null, null, null, true);
            case MERGE -> new ActionForm(null, null, null, null, null, null, words, true);
            case REJECT -> new ActionForm(null, null, null, null, null, code(words), null, true);
            case REASSIGN -> new ActionForm(null, null, null, named(words), null, null, null, true);
            case NOTE -> ActionForm.of(words);
            case RECLASSIFY -> ActionForm.reclassify(null, labelled(Category.values(), words), labelled(Urgency.values(), words));
            default -> new ActionForm(null, words, null, null, null, null, null, true);
        };
    }

    /** The one whose label or name stands among the words; null when none does. */
    private static <E extends Enum<E>> E labelled(E[] values, String words) {
        List<String> said = words == null ? List.of() : List.of(words.split("\\s+"));
        return Arrays.stream(values).filter(value -> said.contains(Texts.label(value)) || said.contains(value.name())).findFirst().orElse(null);
    }

    private static String code(String label) {
        return Arrays.stream(RejectCode.values()).filter(code -> Texts.label(code).equals(label)).findFirst().map(RejectCode::name).orElse(label);
    }

    private Long named(String name) {
        return staff.all().stream().filter(person -> person.name().equals(name)).findFirst().map(Staff::id).orElse(null);
    }

    @Override
    public List<List<String>> ticketsOf(String chatId, Instant since) {
        return rows(chatId).stream()
                .filter(row -> !row.createdAt().isBefore(since))
                .sorted(Comparator.comparing(TicketRow::id))
                .map(row -> seen(tickets.get(row.id()), tickets.history(row.id())))
                .toList();
    }

    /** Newest first. */
    private List<TicketRow> rows(String chatId) {
        Optional<ChatGroup> group = groups.findByExternalId(chatId);
        return group.isEmpty()
                ? List.of()
                : lists.search(new TicketFilter(null, null, null, null, null, null, group.get().id(), null, MOST), DataScope.COMMUNITY);
    }

    private static List<String> seen(Ticket ticket, List<TicketEvent> history) {
        List<String> words = new ArrayList<>(List.of(
                ticket.no(), Texts.label(ticket.status()), ticket.urgency().name(), Texts.label(ticket.category()), ticket.placeLabel(), ticket.matter(),
                Texts.of("rehearsal.voices", ticket.voices())));
        if (ticket.restricted()) {
            words.add(Texts.of("rehearsal.restricted"));
        }
        if (ticket.noticeId() != null) {
            words.add(Texts.of("rehearsal.againstNotice"));
        }
        if (ticket.parentId() != null) {
            words.add(Texts.of("rehearsal.hot"));
        }
        history.stream().filter(event -> event.is(Noted.RECALLED)).map(event -> Texts.label(Noted.RECALLED)).distinct().forEach(words::add);
        history.stream().filter(event -> event.is(Noted.BESIDE)).map(event -> event.note().split(" ")[0]).forEach(words::add);
        return words;
    }

    @Override
    public Optional<String> lend(Map<String, String> wanted) {
        try {
            settings.lend(wanted);
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused.getMessage());
        }
    }

    @Override
    public void giveBack() {
        settings.lend(Map.of());
        lastTap = null;
    }
}

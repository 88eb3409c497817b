package linli.admin.security;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import linli.admin.AtTheConsole;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.Inbox;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.Told;
import linli.bot.outbox.Draft;
import linli.bot.outbox.LineState;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.Route;
import linli.bot.parsing.Category;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Urgency;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Opening;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, as every role, with the ids of a grid, a group and a unit that are not one's own. */
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ScopeMatrixTests extends AtTheConsole {

    /** In everything that another grid has, and in nothing else. */
    private static final String MARK = "甲乙暗记";

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /** Paths whose variable names something that belongs to one grid. */
    private static final Pattern OF_A_GRID =
            Pattern.compile("/(tickets/\\{no|candidates/\\{|whistles/\\{|whistles/of/\\{|lines/\\{|groups/\\{|parser/lines/\\{).*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    GroupTickets groupTickets;

    @Autowired
    Inbox inbox;

    @Autowired
    Told told;

    @Autowired
    Outbox outbox;

    private Staff estate;
    private Staff city;
    private ChatGroup group;
    private Ticket ticket;
    private Ticket guess;
    private long message;
    private long line;
    private long part;

    /** A route: method and pattern, as Spring has it. */
    private record Way(HttpMethod method, String pattern) {

        boolean isOfAGrid() {
            return OF_A_GRID.matcher(pattern).matches();
        }

        boolean reads() {
            return method == HttpMethod.GET;
        }
    }

    @BeforeEach
    void aGridWithSomethingOfEach() {
        estate = ofUnit("wuye1", "孙强", "wuye", "物业服务中心");
        city = ofUnit("chengguan1", "钱伟", "chengguan", "城管");
        group = group("wrMark", MARK + "群", twelve);
        ticket = open(Level.TICKET);
        guess = open(Level.CANDIDATE);
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker.actor(), ActionForm.EMPTY);
        assertThat(mvc.post().uri("/whistles/of/" + ticket.no() + "/blow").with(as(leader)).with(csrf())
                .param("units", String.valueOf(estate.unitId())).param("tasks", MARK + "清掏").param("called", String.valueOf(estate.unitId()))
                .param("urgent", "false").param("days", "2")).hasStatus3xxRedirection();
        part = jdbc.queryForObject("select max(id) from subtask", Long.class);
        line = transaction.execute(status -> outbox.put(
                Draft.toGroup("mark:" + UUID.randomUUID(), Route.STAFF_TAP, "wrMark", MARK + "回复", "update", true, clock.now())));
        Awaitility.await().until(() -> outbox.get(line).state() == LineState.STAGED);
    }

    private Ticket open(Level level) {
        String vendor = UUID.randomUUID().toString();
        Trouble trouble = new Trouble(
                "cesspit", Category.FACIL, "化粪池", MARK + "外溢", Urgency.P2, false, false,
                new Place(List.of("12"), List.of(), null, null, null), Trouble.PlaceSource.GROUP, "registered");
        return transaction.execute(status -> {
            inbox.append(List.of(new IncomingMessage(
                    "wecom", vendor, System.nanoTime(), "wrMark", "wmSecret", IncomingMessage.Kind.TEXT, MARK + "原话", null, null, null, clock.now())));
            Ticket opened = tickets.open(
                    Opening.said(level, trouble, group.id(), group.gridId(), "wmSecret", List.of(), clock.now(), false, false));
            message = told.byVendorId(vendor).orElseThrow().id();
            groupTickets.attach(opened.id(), message, "report", opened.createdAt());
            return opened;
        });
    }

    private List<Way> ways() {
        List<Way> all = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, ?> mapping : new ArrayList<>(mappings.getHandlerMethods().entrySet())) {
            for (String pattern : mapping.getKey().getPatternValues()) {
                mapping.getKey().getMethodsCondition().getMethods().forEach(method -> all.add(new Way(method.asHttpMethod(), pattern)));
            }
        }
        all.sort(Comparator.comparing(Way::pattern).thenComparing(way -> way.method().name()));
        assertThat(all).hasSizeGreaterThan(90);
        return all;
    }

    /** The address with the marked grid's ids in it. */
    private String address(Way way) {
        String root = way.pattern().startsWith("/candidates") ? guess.no() : ticket.no();
        return VARIABLE.matcher(way.pattern()).replaceAll(found -> switch (found.group(1)) {
            case "no" -> root;
            case "action" -> "NOTE";
            case "id" -> id(way.pattern());
            default -> "1";
        });
    }

    private String id(String pattern) {
        if (pattern.contains("/photos/")) {
            return UUID.randomUUID().toString();
        }
        if (pattern.startsWith("/whistles/")) {
            return String.valueOf(part);
        }
        if (pattern.startsWith("/groups/")) {
            return String.valueOf(group.id());
        }
        if (pattern.startsWith("/lines/")) {
            return String.valueOf(line);
        }
        return pattern.startsWith("/parser/lines/") ? String.valueOf(message) : "1";
    }

    /** With what would do something, were it allowed. */
    private MvcTestResult go(Way way, Staff who, boolean asking) {
        var request = mvc.method(way.method()).uri(address(way)).with(as(who)).with(csrf());
        if (asking) {
            request = request.param("no", ticket.no()).param("chat", "wrMark").param("grid", String.valueOf(second))
                    .param("group", String.valueOf(group.id())).param("ticket", ticket.no()).param("message", String.valueOf(message));
        }
        if (!way.reads()) {
            request = request.param("action", "NOTE").param("text", "探").param("reason", "探").param("version", "0").param("revision", "0")
                    .param("decision", "CONFIRM").param("score", "3").param("event", "1").param("expected", "今天").param("matter", "探")
                    .param("category", "FACIL").param("where", "探").param("channel", "探").param("units", "1").param("tasks", "探")
                    .param("number", "1").param("days", "2").param("area", "1").param("tell", "false");
        }
        return way.pattern().equals("/live") ? request.asyncExchange() : request.exchange();
    }

    private static String body(MvcTestResult result) throws IOException {
        String type = String.valueOf(result.getResponse().getContentType());
        if (!type.contains("spreadsheetml")) {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        }
        StringBuilder sheets = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            while (zip.getNextEntry() != null) {
                sheets.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return sheets.toString();
    }

    /** All that belongs to the marked grid, as one text. */
    private String state() {
        return String.join("\n", jdbc.queryForList(
                "select t::text from ticket t where matter like '%" + MARK + "%'"
                        + " union all select s::text from subtask s where s.id = " + part
                        + " union all select o.state || o.text from outbox_message o where o.id = " + line
                        + " union all select g::text from chat_group g where g.id = " + group.id()
                        + " union all select e.id::text from ticket_event e join ticket t on t.id = e.ticket_id where t.matter like '%" + MARK + "%'"
                        + " order by 1", String.class));
    }

    private List<String> walk(Staff who, Predicate<Way> which, boolean refused) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Way way : ways().stream().filter(which).toList()) {
            for (boolean asking : new boolean[] {false, true}) {
                MvcTestResult result = go(way, who, asking);
                int status = result.getResponse().getStatus();
                String said = who.roles() + " " + who.userid() + " " + way.method() + " " + way.pattern() + (asking ? " asking" : "") + " → " + status;
                if (status >= 500) {
                    wrong.add(said);
                }
                if (refused && way.isOfAGrid() && status != 403 && status != 404) {
                    wrong.add(said + " and should be refused");
                }
                if (body(result).contains(MARK)) {
                    wrong.add(said + " and shows what is not theirs");
                }
            }
        }
        return wrong;
    }

    @Test
    void whoIsOfAnotherGridOrUnitFindsNothingAndChangesNothing() throws IOException {
        String before = state();

        List<String> wrong = new ArrayList<>();
        wrong.addAll(walk(otherGrid, way -> !way.pattern().startsWith("/password"), true));
        wrong.addAll(walk(city, way -> !way.pattern().startsWith("/password"), true));

        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whoHasNoPartInTicketsFindsNoneAndChangesNone() throws IOException {
        String before = state();
        List<String> wrong = new ArrayList<>();
        for (Role role : List.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR)) {
            // Who writes or reviews notices for the community chooses among all of its groups.
            boolean choosesGroups = role != Role.AUDITOR;
            wrong.addAll(walk(
                    person("nobody" + role, "何某", role, null),
                    way -> (way.isOfAGrid() || way.reads()) && !(choosesGroups && way.pattern().equals("/notices/subscriptions")), true));
        }
        wrong.addAll(walk(
                person("guanli9", "何某", Role.ADMIN, null), way -> way.isOfAGrid() && !way.pattern().startsWith("/groups") && !way.pattern().startsWith("/parser"), true));

        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aPersonWithoutAGridOrAUnitFindsNothing() throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(walk(person("wangge9", "何某", Role.GRID, null), Way::reads, true));
        wrong.addAll(walk(person("danwei9", "何某", Role.UNIT, null), Way::reads, true));

        assertThat(wrong).isEmpty();
    }

    @Test
    void aUnitSeesThePartThatWasGivenToItAndNotWhoAsked() throws IOException {
        assertThat(mvc.get().uri("/whistles/" + part).with(as(estate))).hasStatusOk().bodyText().contains(MARK + "清掏");
        List<String> shown = new ArrayList<>();
        for (Way way : ways().stream().filter(Way::reads).toList()) {
            String body = body(go(way, estate, true));
            if (body.contains("wmSecret") || body.contains(guess.no())) {
                shown.add(way.pattern());
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void ownThingsOpenSoThatTheRefusalsMeanSomething() throws IOException {
        Set<String> opened = new TreeSet<>();
        for (Way way : ways().stream().filter(way -> way.reads() && way.isOfAGrid()).toList()) {
            if (go(way, worker, false).getResponse().getStatus() == 200) {
                opened.add(way.pattern().replaceAll(":[^/]*(?=}|$)", ""));
            }
        }
        assertThat(opened.stream().map(pattern -> pattern.split("/")[1]).collect(Collectors.toSet())).contains("tickets", "whistles", "groups");
        assertThat(body(go(new Way(HttpMethod.GET, "/tickets"), worker, false))).contains(MARK);
    }

    @Test
    void nothingOpensForAStrangerAndNothingIsPostedWithoutItsToken() {
        List<String> wrong = new ArrayList<>();
        Staff admin = person("guanli9", "何某", Role.ADMIN, null);
        for (Way way : ways()) {
            if (way.pattern().matches("/login|/wecom/callback|/error|\\$\\{.*")) {
                continue;
            }
            int stranger = mvc.method(way.method()).uri(address(way)).with(csrf()).exchange().getResponse().getStatus();
            if (stranger != 302 && stranger != 401 && stranger != 403 && stranger != 404) {
                wrong.add("stranger " + way + " → " + stranger);
            }
            if (!way.reads()) {
                int bare = mvc.method(way.method()).uri(address(way)).with(as(admin)).exchange().getResponse().getStatus();
                if (bare != 403) {
                    wrong.add("no token " + way + " → " + bare);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverHasNoRoleOpensNothingOfTheCommunity() {
        List<String> wrong = new ArrayList<>();
        Staff none = new Staff(worker.id(), "wangge2", "陈静", null, Set.of(), second, null, true);
        for (Way way : ways()) {
            if (way.pattern().matches("/|/desk.*|/more|/menu|/password|/live|/login|/wecom/callback|/error|\\$\\{.*")) {
                continue;
            }
            int status = go(way, none, false).getResponse().getStatus();
            if (status != 403 && status != 404) {
                wrong.add(way + " → " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }
}

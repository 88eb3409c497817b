package linli.bot.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linli.bot.community.AreaKind;
import linli.bot.community.GroupKind;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.routing.CountedIn;
import linli.bot.setup.Draft.AreaLine;
import linli.bot.setup.Draft.DutyEntry;
import linli.bot.setup.Draft.FaqLine;
import linli.bot.setup.Draft.GroupLine;
import linli.bot.setup.Draft.ResponsibilityLine;
import linli.bot.setup.Draft.StaffLine;
import linli.bot.setup.Draft.UnitLine;
import linli.bot.staff.Role;
import linli.bot.text.Texts;

/** Turns rows into a draft of the community and notes everything that does not fit together. */
final class DraftReader {

    private static final AreaKind[] AREA_KINDS = AreaKind.values();
    private static final GroupKind[] GROUP_KINDS = {GroupKind.BUILDING, GroupKind.GRID, GroupKind.STAFF, GroupKind.TEST};
    private static final Role[] ROLES = {
        Role.GRID, Role.DESK, Role.CLERK, Role.REVIEWER, Role.UNIT, Role.LEADER, Role.ADMIN, Role.AUDITOR
    };
    private static final int MOST_HOUSEHOLDS = 100_000;
    private static final int MOST_MINUTES = 1_000_000;
    private static final int WEEKDAYS = 7;
    private static final int LAST_STEP = 3;

    private final WorkbookReader.Book book;
    private final List<CellProblem> problems;
    private final Map<String, AreaKind> areas = new HashMap<>();
    private final Set<String> staff = new HashSet<>();
    private final Set<String> units = new HashSet<>();
    private final Set<Sheet> unreadable = EnumSet.noneOf(Sheet.class);

    private DraftReader(WorkbookReader.Book book, List<CellProblem> problems) {
        this.book = book;
        this.problems = problems;
    }

    /** @param problems gets what is found; the draft is of use only while it stays empty */
    static Draft read(WorkbookReader.Book book, List<CellProblem> problems) {
        return new DraftReader(book, problems).readAll();
    }

    /** What others refer to is read first. */
    private Draft readAll() {
        List<AreaLine> areaLines = readAreas();
        List<UnitLine> unitLines = read(Sheet.UNITS, Column.CODE, this::unit);
        unitLines.forEach(unit -> units.add(unit.code()));
        List<StaffLine> staffLines = read(Sheet.STAFF, Column.USERID, this::person);
        staffLines.forEach(person -> staff.add(person.userid()));
        if (problems.isEmpty() && staffLines.stream().noneMatch(person -> person.roles().contains(Role.ADMIN))) {
            problems.add(CellProblem.at(Texts.label(Sheet.STAFF), 0, "", "setup.problem.noAdmin"));
        }
        return new Draft(
                areaLines,
                read(Sheet.GROUPS, Column.GROUP, this::group),
                staffLines,
                unitLines,
                read(Sheet.RESPONSIBILITIES, null, new Once<>(this::responsibility, line -> line.category() + "/" + line.area(), Column.CATEGORY)),
                read(Sheet.DUTY, null, this::duty),
                read(Sheet.FAQ, Column.TITLE, this::faq));
    }

    /** Reads every row of a sheet; a key column must not name one thing twice. */
    private <L> List<L> read(Sheet sheet, Column key, Function<Cells, L> reader) {
        List<SheetRow> rows = book.sheets().get(sheet);
        String name = Texts.label(sheet);
        if (rows == null) {
            problems.add(CellProblem.at(name, 0, "", "setup.problem.sheet"));
            unreadable.add(sheet);
            return List.of();
        }
        Map<Column, Integer> places = places(sheet, rows);
        if (places == null) {
            unreadable.add(sheet);
            return List.of();
        }
        Map<String, Integer> seen = new HashMap<>();
        List<L> lines = new ArrayList<>();
        for (SheetRow row : rows.subList(1, rows.size())) {
            Cells cells = new Cells(sheet, row, places, problems);
            if (sheet.columns().stream().allMatch(column -> cells.text(column) == null)) {
                continue;
            }
            if (key != null && cells.text(key) != null) {
                Integer before = seen.putIfAbsent(Cells.halfWidth(cells.text(key)), row.number());
                if (before != null) {
                    cells.problem(key, "setup.problem.twice", cells.text(key), String.valueOf(before));
                }
            }
            lines.add(reader.apply(cells));
        }
        return lines;
    }

    /** Where each heading stands; null when one is missing, since nothing below could be read. */
    private Map<Column, Integer> places(Sheet sheet, List<SheetRow> rows) {
        String name = Texts.label(sheet);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Map<Integer, String> headings = rows.isEmpty() ? Map.of() : rows.get(0).cells();
        int row = rows.isEmpty() ? 1 : rows.get(0).number();
        headings.forEach((place, heading) -> {
            String plain = heading.replaceAll("[*＊\\s]", "");
            sheet.columns().stream()
                    .filter(column -> Texts.label(column).equals(plain))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> {
                                if (places.putIfAbsent(column, place) != null) {
                                    problems.add(CellProblem.at(name, row, plain, "setup.problem.headingTwice"));
                                }
                            },
                            () -> {
                                if (!plain.startsWith(Texts.of("setup.remark"))) {
                                    problems.add(CellProblem.at(name, row, plain, "setup.problem.headingUnknown", headings(sheet)));
                                }
                            });
        });
        List<Column> missing = sheet.columns().stream().filter(column -> !places.containsKey(column)).toList();
        missing.forEach(column -> problems.add(CellProblem.at(name, row, Texts.label(column), "setup.problem.heading")));
        return missing.isEmpty() ? places : null;
    }

    private static String headings(Sheet sheet) {
        return sheet.columns().stream().map(Texts::label).collect(Collectors.joining("、"));
    }

    private List<AreaLine> readAreas() {
        List<Cells> origins = new ArrayList<>();
        List<AreaLine> lines = read(Sheet.AREAS, Column.CODE, cells -> {
            origins.add(cells);
            return area(cells);
        });
        lines.stream().filter(line -> line.code() != null && line.kind() != null).forEach(line -> areas.putIfAbsent(line.code(), line.kind()));
        for (int i = 0; i < lines.size(); i++) {
            checkParent(lines.get(i), origins.get(i));
        }
        long communities = lines.stream().filter(line -> line.kind() == AreaKind.COMMUNITY).count();
        if (communities != 1 && !unreadable.contains(Sheet.AREAS)) {
            problems.add(CellProblem.at(Texts.label(Sheet.AREAS), 0, Texts.label(Column.KIND), "setup.problem.oneCommunity", String.valueOf(communities)));
        }
        return lines;
    }

    private AreaLine area(Cells cells) {
        AreaKind kind = cells.constant(Column.KIND, AREA_KINDS);
        if (cells.text(Column.KIND) == null) {
            cells.required(Column.KIND);
        }
        String number = cells.word(Column.NUMBER);
        if (number == null && kind != null && kind != AreaKind.COMMUNITY) {
            cells.required(Column.NUMBER);
        }
        Integer households = cells.number(Column.HOUSEHOLDS, 0, MOST_HOUSEHOLDS);
        return new AreaLine(
                cells.required(Column.CODE),
                kind,
                cells.required(Column.NAME),
                number,
                cells.word(Column.PARENT),
                households == null ? 0 : households);
    }

    private void checkParent(AreaLine line, Cells cells) {
        if (line.kind() == null) {
            return;
        }
        if (line.kind() == AreaKind.COMMUNITY) {
            if (line.parent() != null) {
                cells.problem(Column.PARENT, "setup.problem.noParent");
            }
            return;
        }
        AreaKind wanted = AREA_KINDS[line.kind().ordinal() - 1];
        if (line.parent() == null) {
            cells.required(Column.PARENT);
        } else if (areas.get(line.parent()) != wanted) {
            cells.problem(Column.PARENT, "setup.problem.parent", line.parent(), Texts.label(line.kind()), Texts.label(wanted));
        }
    }

    private UnitLine unit(Cells cells) {
        return new UnitLine(cells.required(Column.CODE), cells.required(Column.NAME), cells.word(Column.PHONE));
    }

    private StaffLine person(Cells cells) {
        Set<Role> roles = cells.constants(Column.ROLES, ROLES);
        String grid = reference(cells, Column.GRID, AreaKind.GRID);
        String unit = reference(cells, Column.UNIT, Sheet.UNITS, units);
        if (roles.contains(Role.GRID) && cells.text(Column.GRID) == null) {
            cells.problem(Column.GRID, "setup.problem.gridWorker");
        }
        if (roles.contains(Role.UNIT) && cells.text(Column.UNIT) == null) {
            cells.problem(Column.UNIT, "setup.problem.unitContact");
        }
        return new StaffLine(userid(cells), cells.required(Column.PERSON), cells.word(Column.NICKNAME), roles, grid, unit);
    }

    private static String userid(Cells cells) {
        String userid = cells.required(Column.USERID);
        if (userid != null && !userid.matches("[A-Za-z0-9._@-]{1,64}")) {
            cells.problem(Column.USERID, "setup.problem.userid", userid);
        }
        return userid;
    }

    private GroupLine group(Cells cells) {
        GroupKind kind = cells.constant(Column.GROUP_KIND, GROUP_KINDS);
        if (cells.text(Column.GROUP_KIND) == null) {
            cells.required(Column.GROUP_KIND);
        }
        return new GroupLine(
                cells.required(Column.GROUP),
                kind,
                groupArea(cells, kind),
                reference(cells, Column.OWNER, Sheet.STAFF, staff),
                reference(cells, Column.BACKUP, Sheet.STAFF, staff));
    }

    private String groupArea(Cells cells, GroupKind kind) {
        if (kind == GroupKind.BUILDING || kind == GroupKind.GRID) {
            cells.required(Column.AREA);
            return reference(cells, Column.AREA, kind == GroupKind.GRID ? AreaKind.GRID : AreaKind.BUILDING);
        }
        return null;
    }

    private ResponsibilityLine responsibility(Cells cells) {
        Category category = cells.constant(Column.CATEGORY, Category.values());
        if (cells.text(Column.CATEGORY) == null) {
            cells.required(Column.CATEGORY);
        }
        CountedIn counted = cells.constant(Column.COUNTED, CountedIn.values());
        return new ResponsibilityLine(
                category,
                reference(cells, Column.AREA, Sheet.AREAS, areas.keySet()),
                reference(cells, Column.UNIT, Sheet.UNITS, units),
                cells.constant(Column.URGENCY, Urgency.values()),
                cells.number(Column.RESPOND, 1, MOST_MINUTES),
                cells.number(Column.RESOLVE, 1, MOST_MINUTES),
                counted == null ? CountedIn.WORK : counted,
                cells.text(Column.LEGAL));
    }

    private DutyEntry duty(Cells cells) {
        int step = choice(cells, Column.STEP, "setup.step.", 0, LAST_STEP);
        int weekday = choice(cells, Column.WEEKDAY, "setup.weekday.", 0, WEEKDAYS);
        String grid = reference(cells, Column.GRID, AreaKind.GRID);
        if (step == 0 && cells.text(Column.GRID) == null) {
            cells.problem(Column.GRID, "setup.problem.gridDuty");
        }
        cells.required(Column.WHO);
        return new DutyEntry(weekday == 0 ? null : weekday, step, grid, reference(cells, Column.WHO, Sheet.STAFF, staff));
    }

    /** One of the words {@code prefix0} to {@code prefixN}, or its number. */
    private static int choice(Cells cells, Column column, String prefix, int first, int last) {
        String word = cells.required(column);
        List<String> words = IntStream.rangeClosed(first, last).mapToObj(i -> Texts.of(prefix + i)).toList();
        if (word == null) {
            return first;
        }
        for (int i = 0; i < words.size(); i++) {
            if (Arrays.asList(words.get(i).split("\\|")).contains(word) || word.equals(String.valueOf(first + i))) {
                return first + i;
            }
        }
        String allowed = words.stream().map(w -> w.split("\\|")[0]).collect(Collectors.joining("、"));
        cells.problem(column, "setup.problem.choice", word, allowed);
        return first;
    }

    private FaqLine faq(Cells cells) {
        String keywords = cells.requiredText(Column.KEYWORDS);
        String approved = cells.word(Column.APPROVED);
        if (approved != null && !approved.equals(Texts.of("setup.yes")) && !approved.equals(Texts.of("setup.no"))) {
            cells.problem(Column.APPROVED, "setup.problem.choice", approved, Texts.of("setup.yes") + "、" + Texts.of("setup.no"));
        }
        return new FaqLine(
                cells.required(Column.TITLE),
                keywords == null ? List.of() : Cells.split(keywords),
                cells.requiredText(Column.ANSWER),
                Texts.of("setup.yes").equals(approved));
    }

    /** What a sheet that could not be read would have defined is not asked for. */
    private String reference(Cells cells, Column column, Sheet from, Set<String> known) {
        String code = cells.word(column);
        if (code != null && !known.contains(code) && !unreadable.contains(from)) {
            cells.problem(column, "setup.problem.unknown", code);
            return null;
        }
        return code;
    }

    private String reference(Cells cells, Column column, AreaKind kind) {
        String code = cells.word(column);
        if (code != null && areas.get(code) != kind && !unreadable.contains(Sheet.AREAS)) {
            cells.problem(column, areas.containsKey(code) ? "setup.problem.notA" : "setup.problem.unknown", code, Texts.label(kind));
            return null;
        }
        return code;
    }

    /** Notes a line that says again what another has said. */
    private record Once<L>(Function<Cells, L> reader, Function<L, String> key, Column column, Set<String> seen) implements Function<Cells, L> {

        Once(Function<Cells, L> reader, Function<L, String> key, Column column) {
            this(reader, key, column, new HashSet<>());
        }

        @Override
        public L apply(Cells cells) {
            L line = reader.apply(cells);
            if (!seen.add(key.apply(line))) {
                cells.problem(column, "setup.problem.again");
            }
            return line;
        }
    }
}

package linli.bot.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.community.Area;
import linli.bot.community.AreaKind;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupKind;
import linli.bot.faq.Faq;
import linli.bot.faq.Faqs;
import linli.bot.parsing.Category;
import linli.bot.routing.Responsibilities;
import linli.bot.routing.Responsibility;
import linli.bot.staff.DutyLine;
import linli.bot.staff.DutyRoster;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.staff.Unit;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** Compares a draft with what stands in the database and writes only what differs, through the doors of each package. */
@Component
class DraftWriter {

    private final Areas areas;
    private final ChatGroups groups;
    private final StaffMembers staff;
    private final Responsibilities responsibilities;
    private final DutyRoster roster;
    private final Faqs faqs;

    DraftWriter(
            Areas areas, ChatGroups groups, StaffMembers staff, Responsibilities responsibilities, DutyRoster roster, Faqs faqs) {
        this.areas = areas;
        this.groups = groups;
        this.staff = staff;
        this.responsibilities = responsibilities;
        this.roster = roster;
        this.faqs = faqs;
    }

    /** Writes; the caller's transaction makes it all or nothing. */
    List<SheetCount> write(Draft draft) {
        return new Pass(draft).run();
    }

    /** One walk over the draft, remembering the ids of what it has met. */
    private final class Pass {

        private final Draft draft;
        private final Map<String, Area> areaByCode = new HashMap<>();
        private final Map<String, Long> areaIds = new HashMap<>();
        private final Map<String, Long> unitIds = new HashMap<>();
        private final Map<String, Long> staffIds = new HashMap<>();
        private final List<SheetCount> counts = new ArrayList<>();

        private Pass(Draft draft) {
            this.draft = draft;
        }

        private List<SheetCount> run() {
            writeAreas();
            writeUnits();
            writeStaff();
            writeGroups();
            writeResponsibilities();
            writeDuty();
            writeFaqs();
            return counts;
        }

        private void writeAreas() {
            Tally tally = new Tally(Sheet.AREAS);
            for (AreaKind kind : AreaKind.values()) {
                draft.areas().stream().filter(line -> line.kind() == kind).forEach(line -> writeArea(line, tally));
            }
            counts.add(tally.count());
        }

        private void writeArea(Draft.AreaLine line, Tally tally) {
            Optional<Area> before = areas.findByCode(line.code());
            Long parent = line.parent() == null ? null : areaIds.get(line.parent());
            boolean same = before.filter(area -> new Area(area.id(), line.code(), line.kind(), line.name(), line.number(), parent, line.households())
                            .equals(area)).isPresent();
            long id = same
                    ? before.get().id()
                    : areas.put(line.code(), line.kind(), line.name(), line.number(), parent, line.households());
            areaIds.put(line.code(), id);
            areaByCode.put(line.code(), areas.get(id));
            tally.add(before.isPresent(), same);
        }

        private void writeUnits() {
            Tally tally = new Tally(Sheet.UNITS);
            for (Draft.UnitLine line : draft.units()) {
                Optional<Unit> before = staff.unit(line.code());
                boolean same = before.filter(u -> u.equals(new Unit(u.id(), line.code(), line.name(), line.phone()))).isPresent();
                unitIds.put(line.code(), same ? before.get().id() : staff.putUnit(line.code(), line.name(), line.phone()));
                tally.add(before.isPresent(), same);
            }
            counts.add(tally.count());
        }

        private void writeStaff() {
            Tally tally = new Tally(Sheet.STAFF);
            for (Draft.StaffLine line : draft.staff()) {
                Long grid = areaIds.get(line.grid());
                Long unit = unitIds.get(line.unit());
                Optional<Staff> before = staff.findByUserid(line.userid());
                boolean same = before.filter(p -> p.equals(
                                new Staff(p.id(), line.userid(), line.name(), line.nickname(), line.roles(), grid, unit, true))).isPresent();
                staffIds.put(line.userid(), same
                        ? before.get().id()
                        : staff.put(line.userid(), line.name(), line.nickname(), line.roles(), grid, unit));
                tally.add(before.isPresent(), same);
            }
            counts.add(tally.count());
        }

        private void writeGroups() {
            Tally tally = new Tally(Sheet.GROUPS);
            Map<String, ChatGroup> known = groups.all().stream().collect(Collectors.toMap(ChatGroup::name, Function.identity(), (a, b) -> a));
            for (Draft.GroupLine line : draft.groups()) {
                Long area = areaIds.get(line.area());
                Long grid = line.kind() == GroupKind.BUILDING ? areaByCode.get(line.area()).parentId() : area;
                ChatGroup before = known.get(line.name());
                boolean same = before != null && isSame(before, line, area, grid);
                if (!same) {
                    groups.announce(line.name(), line.kind(), area, grid, line.owner(), line.backup());
                }
                tally.add(before != null, same);
            }
            counts.add(tally.count());
        }

        /** The owner is WeCom's to say once the group was seen there. */
        private boolean isSame(ChatGroup group, Draft.GroupLine line, Long area, Long grid) {
            return group.kind() == line.kind()
                    && Objects.equals(group.areaId(), area)
                    && Objects.equals(group.gridId(), grid)
                    && Objects.equals(group.backupUserid(), line.backup())
                    && (group.externalChatId() != null || line.owner() == null || line.owner().equals(group.ownerUserid()));
        }

        private void writeResponsibilities() {
            Tally tally = new Tally(Sheet.RESPONSIBILITIES);
            Map<Key, Responsibility> known = responsibilities.all().stream()
                    .collect(Collectors.toMap(r -> new Key(r.category(), r.areaId()), Function.identity()));
            for (Draft.ResponsibilityLine line : draft.responsibilities()) {
                Long area = areaIds.get(line.area());
                Responsibility before = known.get(new Key(line.category(), area));
                Responsibility after = new Responsibility(
                        before == null ? null : before.id(),
                        line.category(), area, unitIds.get(line.unit()), line.urgency(), line.respond(), line.resolve(), line.counted(), line.legal());
                boolean same = after.equals(before);
                if (!same) {
                    responsibilities.put(after);
                }
                tally.add(before != null, same);
            }
            counts.add(tally.count());
        }

        private void writeDuty() {
            Tally tally = new Tally(Sheet.DUTY);
            List<DutyLine> before = roster.all();
            List<DutyLine> after = draft.duty().stream()
                    .map(line -> new DutyLine(line.weekday(), line.step(), areaIds.get(line.grid()), staffIds.get(line.userid())))
                    .toList();
            if (!after.equals(before)) {
                roster.replace(after);
            }
            after.forEach(line -> tally.add(before.contains(line), before.contains(line)));
            counts.add(tally.count());
        }

        private void writeFaqs() {
            Tally tally = new Tally(Sheet.FAQ);
            Map<String, Faq> known = faqs.all().stream().collect(Collectors.toMap(Faq::title, Function.identity()));
            for (Draft.FaqLine line : draft.faqs()) {
                Faq before = known.get(line.title());
                boolean same = before != null
                        && before.equals(new Faq(before.id(), line.title(), line.keywords(), line.answer(), line.approved()));
                if (!same) {
                    faqs.put(line.title(), line.keywords(), line.answer(), line.approved());
                }
                tally.add(before != null, same);
            }
            counts.add(tally.count());
        }
    }

    private record Key(Category category, Long areaId) {}

    private static final class Tally {

        private final Sheet sheet;
        private int added;
        private int changed;
        private int same;

        private Tally(Sheet sheet) {
            this.sheet = sheet;
        }

        private void add(boolean known, boolean isSame) {
            if (isSame) {
                same++;
            } else if (known) {
                changed++;
            } else {
                added++;
            }
        }

        private SheetCount count() {
            return new SheetCount(Texts.label(sheet), added, changed, same);
        }
    }
}

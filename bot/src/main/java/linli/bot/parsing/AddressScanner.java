package linli.bot.parsing;

import java.util.ArrayList;
import java.util.List;
import linli.bot.parsing.AddressText.Part;

/**
 * Finds building, unit, floor and room in a postal address, where numbers run from the road inwards and most carry no
 * word of their own: after 南庭 the numbers of 21-3-502 are building, unit and room, after 青禾路 the first is the road's.
 * What a number is follows from the name or number before it. Every step looks ahead a bounded distance, so the cost is
 * linear in the address's length.
 */
final class AddressScanner {

    private static final int LONGEST_CHAIN = 4;
    /** Three digits or more are a room behind a building, fewer a unit. */
    private static final int SHORTEST_ROOM = 3;
    private static final String[] BUILDING = {"号楼", "号搂", "号栋", "号幢", "栋", "幢", "撞", "懂", "座"};
    private static final String[] UNIT = {"单元"};
    private static final String[] FLOOR = {"楼", "层"};
    private static final String[] ROOM = {"号室", "室", "房间", "房", "铺", "店", "档", "商位"};
    private static final String[] ROAD = {"弄", "巷"};
    /** Words that start with a suffix and are none: 12号院, 3号线, 2号门. */
    private static final String[] NO_SUFFIX = {"号线", "号院", "号桥", "号门", "号路", "号厂", "号地", "号电", "号馆", "号库", "号会", "座机", "店面", "店铺", "区", "楼盘", "层楼", "房产", "房地", "室内"};
    private static final String[] ESTATES = {"小区", "园区", "园", "苑", "家", "里", "邸", "坊", "期", "庭", "寓"};
    private static final String[] HALLS = {"市场", "城", "厦", "际", "铺", "中心"};
    /** Where D1307 is a stall of that name, not flat 1307 of tower D. */
    private static final String[] STALLS = {"市场", "商园", "业园", "城", "区", "厅"};
    private static final String SIDES = "东西南北中左右甲乙丙丁";

    /** How far inside the address the last number led. */
    private enum Reached { NAME, ROAD, BUILDING, UNIT, FLOOR, ROOM }

    private final AddressText text;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int at;
    private Reached reached = Reached.NAME;
    /** Where the last number with its suffix ended. */
    private int reachedEnd = -1;
    private boolean roadNumbered;

    private AddressScanner(String text) {
        this.text = new AddressText(text);
    }

    /** @param folded as {@link Line} folds it */
    static FoundPlaces scan(String folded) {
        return new AddressScanner(folded).run();
    }

    private FoundPlaces run() {
        while (at < text.length()) {
            int before = at;
            if (!readSide() && !readNamedFloor()) {
                readNumber();
            }
            if (at == before) {
                at = text.endOfName(at);
            }
        }
        return new FoundPlaces(List.copyOf(spans), List.copyOf(values));
    }

    // 西单元, 南座.
    private boolean readSide() {
        if (SIDES.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        if (text.textAt(at + 1, "单元")) {
            add(Span.Label.UNIT, at, at + 3, text.between(at, at + 1));
            return true;
        }
        if (text.textAt(at + 1, "座") || text.textAt(at + 1, "幢") || text.textAt(at + 1, "栋")) {
            add(Span.Label.BUILDING, at, at + 2, text.between(at, at + 1));
            return true;
        }
        return false;
    }

    // 负一楼, 首层, 顶楼.
    private boolean readNamedFloor() {
        char c = text.charAt(at);
        if ((c == '首' || c == '顶' || c == '底') && (text.charAt(at + 1) == '层' || text.charAt(at + 1) == '楼')) {
            add(Span.Label.FLOOR, at, at + 2, c == '顶' ? "顶" : "1");
            return true;
        }
        if (c != '负' && c != '地' || c == '地' && text.charAt(at + 1) != '下') {
            return false;
        }
        Part p = text.partAt(at + (c == '地' ? 2 : 1));
        if (p == null || p.length() != 1 || text.suffixAt(p.end(), FLOOR) == null) {
            return false;
        }
        add(Span.Label.FLOOR, at, p.end() + 1, "-" + text.value(p));
        return true;
    }

    private void readNumber() {
        Part first = text.partAt(at);
        if (first == null) {
            return;
        }
        List<Part> chain = new ArrayList<>(LONGEST_CHAIN);
        chain.add(first);
        Part next = text.afterDash(first);
        while (next != null && chain.size() <= LONGEST_CHAIN) {
            chain.add(next);
            next = text.afterDash(next);
        }
        if (chain.size() > LONGEST_CHAIN) {
            at = chain.get(chain.size() - 1).end();
        } else if (chain.size() > 1) {
            readChain(chain);
        } else {
            readSingle(first);
        }
    }

    private void readSingle(Part p) {
        if (!readSuffixed(p)) {
            readBare(p);
        }
    }

    private boolean readSuffixed(Part p) {
        int end = p.end();
        if (text.suffixAt(end, NO_SUFFIX) != null) {
            return false;
        }
        String suffix = text.suffixAt(end, BUILDING);
        if (suffix != null || isRow(end)) {
            boolean wing = "座".equals(suffix) && reached == Reached.BUILDING && isAdjacent(p.start());
            add(wing ? Span.Label.UNIT : Span.Label.BUILDING, p, suffix == null ? 1 : suffix.length());
            return true;
        }
        suffix = text.suffixAt(end, UNIT);
        if (suffix != null || isAisle(end)) {
            add(Span.Label.UNIT, p, suffix == null ? 1 : suffix.length());
            return true;
        }
        if (text.charAt(end - 1) == 'F' && p.length() > 1 && p.length() <= 3 && PlaceText.isDigit(text.charAt(p.start()))) {
            add(Span.Label.FLOOR, p, 0);
            return true;
        }
        if (text.suffixAt(end, FLOOR) != null) {
            add(text.isLetters(p) && text.charAt(end) == '楼' ? Span.Label.BUILDING : Span.Label.FLOOR, p, 1);
            return true;
        }
        suffix = text.suffixAt(end, ROOM);
        if (suffix != null && (suffix.equals("室") || suffix.equals("号室") || isAdjacent(p.start()) || p.length() >= SHORTEST_ROOM)) {
            add(Span.Label.ROOM, p, suffix.length());
            return true;
        }
        if (text.suffixAt(end, ROAD) != null) {
            passRoad(end + 1);
            return true;
        }
        return text.charAt(end) == '号' && readHao(p);
    }

    // 号 names whatever comes next inwards: after a road the house, after a building the unit, after a floor the room.
    private boolean readHao(Part p) {
        if (isAdjacent(p.start())) {
            switch (reached) {
                case ROAD -> {
                    if (text.suffixAt(reachedEnd - 1, ROAD) != null) {
                        passRoad(p.end() + 1);
                    } else {
                        add(Span.Label.BUILDING, p, 1);
                    }
                }
                case BUILDING -> add(p.length() < SHORTEST_ROOM || text.isNumberAt(p.end() + 1) ? Span.Label.UNIT : Span.Label.ROOM, p, 1);
                default -> add(Span.Label.ROOM, p, 1);
            }
        } else if (text.isZone(p.start())) {
            // 四区25号 is a house, D区214号 a stall.
            add(PlaceText.isLetter(text.charAt(p.start() - 2)) ? Span.Label.ROOM : Span.Label.BUILDING, p, 1);
        } else if (text.isHan(p.start()) && !text.followsRoad(p.start())) {
            // 总部一号 is a name.
            at = p.end() + 1;
        } else if (text.followsAny(p.start(), ESTATES) || roadNumbered && !text.followsRoad(p.start()) && !text.followsAny(p.start(), HALLS)) {
            add(Span.Label.BUILDING, p, 1);
        } else if (text.isNumberAt(p.end() + 1) && !text.followsRoad(p.start())) {
            // 纸厂62号3楼: with more numbers inside it is no road's.
            add(Span.Label.BUILDING, p, 1);
        } else if (text.followsAny(p.start(), HALLS) || reached == Reached.FLOOR) {
            add(Span.Label.ROOM, p, 1);
        } else {
            passRoad(p.end() + 1);
        }
        return true;
    }

    // A number without a word: 5幢1708, 五楼3120, 大厦1416; or D1307, which is building and room in one.
    private void readBare(Part p) {
        if (text.isHan(p.start()) && p.length() >= SHORTEST_ROOM && isAdjacent(p.start()) && (reached == Reached.UNIT || reached == Reached.BUILDING)) {
            // 二单元三零四.
            add(Span.Label.ROOM, p, 0);
            return;
        }
        if (text.isHan(p.start()) || text.isLetters(p) || readLetterInside(p) || PlaceText.isLetter(text.charAt(p.end())) || PlaceText.isDigit(text.charAt(p.end()))) {
            return;
        }
        if (isAdjacent(p.start())) {
            switch (reached) {
                case BUILDING -> {
                    if (p.length() == AddressText.LONGEST_NUMBER && text.isDigits(p)) {
                        // 18栋31502 has lost the word between.
                        add(Span.Label.UNIT, new Part(p.start(), p.start() + 1), 0);
                        add(Span.Label.ROOM, new Part(p.start() + 1, p.end()), 0);
                    } else if (p.length() >= SHORTEST_ROOM) {
                        add(Span.Label.ROOM, p, 0);
                    } else if (text.endsAt(p.end())) {
                        add(Span.Label.UNIT, p, 0);
                    }
                }
                case UNIT, FLOOR -> add(Span.Label.ROOM, p, 0);
                case ROAD -> {
                    if (text.endsAt(p.end())) {
                        readInside(p);
                    }
                }
                default -> { }
            }
        } else if (text.followsRoad(p.start())) {
            at = p.end();
        } else if (text.endsAt(p.end()) && p.start() > 0) {
            readInside(p);
        }
    }

    // 6A2210 behind a name is building and room, 7D204 behind a floor a room.
    private boolean readLetterInside(Part p) {
        int end = p.end();
        if (!PlaceText.isLetter(text.charAt(end - 1)) || !PlaceText.isDigit(text.charAt(p.start())) || !PlaceText.isDigit(text.charAt(end))) {
            return false;
        }
        while (PlaceText.isDigit(text.charAt(end)) && end - p.end() < AddressText.LONGEST_NUMBER) {
            end++;
        }
        if (isAdjacent(p.start()) && reached != Reached.ROAD || p.length() > SHORTEST_ROOM) {
            Part whole = new Part(p.start(), end);
            add(Span.Label.ROOM, whole, roomSuffix(whole));
        } else {
            add(Span.Label.BUILDING, p, 0);
            Part room = new Part(p.end(), end);
            add(Span.Label.ROOM, room, roomSuffix(room));
        }
        return true;
    }

    private void readInside(Part p) {
        boolean lettered = PlaceText.isLetter(text.charAt(p.start()));
        int digits = p.length() - (lettered ? 1 : 0);
        if (digits >= SHORTEST_ROOM && (!lettered || text.followsAny(p.start(), STALLS))) {
            add(Span.Label.ROOM, p, 0);
        } else if (digits >= SHORTEST_ROOM && PlaceText.isDigit(text.charAt(p.start() + 1))) {
            add(Span.Label.BUILDING, new Part(p.start(), p.start() + 1), 0);
            add(Span.Label.ROOM, new Part(p.start() + 1, p.end()), 0);
        } else if (lettered && digits > 0) {
            add(Span.Label.BUILDING, p, 0);
        }
    }

    private void readChain(List<Part> chain) {
        Part first = chain.get(0);
        Part last = chain.get(chain.size() - 1);
        if (PlaceText.isLetter(text.charAt(last.end())) || PlaceText.isDigit(text.charAt(last.end()))) {
            at = last.end();
            return;
        }
        if (isAdjacent(first.start()) && reached != Reached.ROAD) {
            if (reached == Reached.BUILDING && first.length() < SHORTEST_ROOM) {
                readInwards(chain, Span.Label.UNIT);
            } else {
                addWhole(Span.Label.ROOM, first, last, roomSuffix(last));
            }
            return;
        }
        boolean village = text.charAt(first.start() - 1) == '村' && chain.size() == 3;
        if (!isAdjacent(first.start()) && text.followsRoad(first.start()) && !village) {
            passRoad(first.end());
            if (chain.size() == 2 && text.isFront(first, last)) {
                passRoad(last.end() + (text.charAt(last.end()) == '号' ? 1 : 0));
            } else {
                readInwards(chain.subList(1, chain.size()), Span.Label.BUILDING);
            }
            return;
        }
        boolean stall = chain.size() == 2 && last.length() < SHORTEST_ROOM && text.followsAny(first.start(), HALLS);
        if (stall || chain.size() == 2 && first.length() >= SHORTEST_ROOM && text.isFront(first, last)) {
            // 5-33 in a market, 608-610 in an office tower.
            addWhole(Span.Label.ROOM, first, last, roomSuffix(last));
        } else {
            readInwards(chain, Span.Label.BUILDING);
        }
    }

    /** Numbers joined by dashes, the outermost of which is of the given kind; the last may carry a suffix. */
    private void readInwards(List<Part> chain, Span.Label outermost) {
        Part last = chain.get(chain.size() - 1);
        int size = chain.size();
        String suffix = text.suffixAt(last.end(), BUILDING);
        if (suffix != null && size > 1) {
            addWhole(Span.Label.BUILDING, chain.get(0), last, suffix.length());
            return;
        }
        boolean building = outermost == Span.Label.BUILDING;
        for (int i = 0; i < size - 1; i++) {
            add(i == 0 ? outermost : i == 1 && building ? Span.Label.UNIT : Span.Label.FLOOR, chain.get(i), 0);
        }
        if (suffix != null) {
            add(Span.Label.BUILDING, last, suffix.length());
        } else if (text.suffixAt(last.end(), UNIT) != null) {
            add(Span.Label.UNIT, last, UNIT[0].length());
        } else if (text.suffixAt(last.end(), FLOOR) != null) {
            add(Span.Label.FLOOR, last, 1);
        } else if (size == 1) {
            add(last.length() > SHORTEST_ROOM ? Span.Label.ROOM : outermost, last, roomSuffix(last));
        } else if (size == 2 && building && last.length() < SHORTEST_ROOM && !text.textAt(last.end(), "室") && !text.textAt(last.end(), "号商铺")) {
            add(Span.Label.UNIT, last, roomSuffix(last));
        } else {
            add(Span.Label.ROOM, last, roomSuffix(last));
        }
    }

    private int roomSuffix(Part last) {
        String suffix = text.suffixAt(last.end(), ROOM);
        return suffix != null ? suffix.length() : text.charAt(last.end()) == '号' ? 1 : 0;
    }

    // 4排9号; the row of seats in 第4排 has nothing behind it.
    private boolean isRow(int end) {
        return text.charAt(end) == '排' && PlaceText.isDigit(text.charAt(end + 1));
    }

    // 36街20518: the aisles of a wholesale market, with the stall behind.
    private boolean isAisle(int end) {
        return text.charAt(end) == '街' && PlaceText.isDigit(text.charAt(end + 1))
                && (reached == Reached.FLOOR && isAdjacent(at) || PlaceText.isDigit(text.charAt(end - 1)) && PlaceText.isDigit(text.charAt(end + 3)));
    }

    private boolean isAdjacent(int start) {
        return reached != Reached.NAME && (start == reachedEnd || start == reachedEnd + 1 && " _-,".indexOf(text.charAt(reachedEnd)) >= 0);
    }

    private void passRoad(int end) {
        reached = Reached.ROAD;
        reachedEnd = end;
        roadNumbered = true;
        at = end;
    }

    private void add(Span.Label label, Part p, int suffix) {
        int start = text.charAt(p.start() - 1) == '第' ? p.start() - 1 : p.start();
        add(label, start, p.end() + suffix, text.value(p));
    }

    private void addWhole(Span.Label label, Part first, Part last, int suffix) {
        add(label, first.start(), last.end() + suffix, text.between(first.start(), last.end()));
    }

    private void add(Span.Label label, int start, int end, String value) {
        spans.add(new Span(label, start, end, text.between(start, end)));
        values.add(value);
        at = end;
        reachedEnd = end;
        reached = switch (label) {
            case BUILDING -> Reached.BUILDING;
            case UNIT -> Reached.UNIT;
            case FLOOR -> Reached.FLOOR;
            default -> Reached.ROOM;
        };
    }
}

package linli.bot.parsing;

import java.util.ArrayList;
import java.util.List;
import linli.bot.parsing.PlaceText.Number;

/**
 * Finds building, unit, floor and room in every form people write, before any segmentation, because segmenters know no
 * such types. Every position looks ahead a bounded distance, so the cost is linear whatever the text is.
 */
final class PlaceScanner {

    private static final int LONGEST_LIST = 30;
    private static final int LARGEST_RANGE = 60;
    private static final String[] BUILDING = {"号楼", "号栋", "#楼", "#栋", "栋楼", "栋", "幢", "#", "座"};
    private static final String[] SPACED = {"号楼", "栋", "幢", "单元"};
    private static final String[] UNIT = {"单元", "门洞"};
    private static final String[] FLOOR = {"楼", "层"};
    private static final String[] ROOM = {"号房", "室", "房", "户"};
    /** What makes the number before it an amount, a time or a road and no place. */
    private static final String AMOUNTS = "元块点月日号年%个人岁斤天次分秒时米路度折万千百份家万条盒袋箱瓶";
    private static final String[] HOUSEHOLD = {"那家", "这家", "那户", "家的", "家里", "屋头", "屋里", "业主", "住户", "邻居", "家", "屋"};
    private static final String[] NEXT_DOOR = {"楼上", "楼下", "隔壁", "对门", "我家", "我是", "我住"};
    /** 盖一栋写字楼. */
    private static final String[] BUILT = {"盖", "建", "买", "有", "租"};
    /** 取件码5-2-1203: where a parcel lies. */
    private static final String[] PARCELS = {"码", "货架", "架", "码是", "柜", "编号", "单号", "尾号"};
    private static final String COUNTING = "每这那同整哪几某另各";
    /** Staircases without a number: 西单元, 甲单元. */
    private static final String SIDES = "东西南北中左右甲乙丙丁";

    private final PlaceText text;
    private final boolean nickname;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int at;

    private PlaceScanner(String text, boolean nickname) {
        this.text = new PlaceText(text);
        this.nickname = nickname;
    }

    /** @param folded as {@link Line} folds it */
    static FoundPlaces scan(String folded) {
        return new PlaceScanner(folded, false).run();
    }

    static FoundPlaces scanNickname(String folded) {
        return new PlaceScanner(folded, true).run();
    }

    private FoundPlaces run() {
        while (at < text.length()) {
            int before = at;
            char c = text.charAt(at);
            if (PlaceText.isDigit(c) || Numerals.isNumeral(c) || PlaceText.isLetter(c)) {
                readNumber();
            } else if (c == '负' || c == '地' || c == '顶' || c == '底' || c == '-') {
                readNamedFloor();
            } else if (SIDES.indexOf(c) >= 0 && text.textAt(at + 1, "单元")) {
                add(Span.Label.UNIT, at, at + 3, text.between(at, at + 1));
            }
            if (at == before) {
                at = text.endOfRun(at);
            }
        }
        return new FoundPlaces(List.copyOf(spans), List.copyOf(values));
    }

    private void readNumber() {
        if (readRunTogether()) {
            return;
        }
        if (Numerals.isNumeral(text.charAt(at)) && StoreyWords.isAboutThere(text, at)) {
            add(Span.Label.FLOOR, at, at + 3, Numerals.digits(text.between(at, at + 1)));
            return;
        }
        Number first = text.numberAt(at);
        if (first == null || text.isPartOfAmount(first)) {
            return;
        }
        boolean read = readLane(first) || readDashed(first) || readSuffixed(first) || readRoom(first) || readLetteredRoom(first) || readLetter(first);
        if (!read && Numerals.isNumeral(text.charAt(at))) {
            // 爬二十层: what is no floor as a whole is none from its second sign on.
            at = first.end();
        }
    }

    // 8巷12号: houses of a village count anew in each lane.
    private boolean readLane(Number lane) {
        Number house = text.charAt(lane.end()) == '巷' && lane.isShort() ? text.numberAt(lane.end() + 1) : null;
        if (house == null || !house.isShort() || text.charAt(house.end()) != '号') {
            return false;
        }
        add(Span.Label.BUILDING, lane.start(), house.end() + 1, lane.value() + "巷" + house.value());
        return true;
    }

    // 3-2-501, 7-1-803, 5-1902, A3-2-1101; after a building 2-501 is unit and room.
    private boolean readDashed(Number a) {
        Number b = text.afterDash(a);
        if (b == null || !a.isShort() || a.value().startsWith("0")) {
            return false;
        }
        Number c = text.afterDash(b);
        if (text.followsAny(text.beforeSpaces(a.start()), PARCELS) || SignUpList.names(text, a.start(), c == null ? b.end() : c.end())) {
            at = c == null ? b.end() : c.end();
            return true;
        }
        if (c != null && b.isShort() && BareRoom.isRoomNumber(c) && !amountFollows(c.end()) && text.afterDash(c) == null) {
            add(Span.Label.BUILDING, a);
            add(Span.Label.UNIT, b);
            add(Span.Label.ROOM, c);
            return true;
        }
        if (c != null && b.isShort() && FlatNumber.isFlat(text, a, b, c)) {
            add(Span.Label.BUILDING, a);
            add(Span.Label.UNIT, b);
            add(Span.Label.ROOM, c);
            return true;
        }
        if (c == null && BareRoom.isRoomNumber(b) && !amountFollows(b.end())) {
            add(followsBuilding(a.start()) ? Span.Label.UNIT : Span.Label.BUILDING, a);
            add(Span.Label.ROOM, b);
            return true;
        }
        if (c == null && b.isShort() && !amountFollows(b.end()) && (followsPlace(a.start()) && !followsFloor() || BareRoom.isNamed(text, a, b))) {
            // 8栋2-1, 18-7的水管: floor and flat, which together are the flat's number.
            add(Span.Label.ROOM, a.start(), b.end(), text.between(a.start(), b.end()));
            return true;
        }
        if (c == null && nickname && b.isShort() && text.suffixAt(b.end(), BUILDING, UNIT, FLOOR) == null) {
            add(Span.Label.BUILDING, a);
            add(Span.Label.UNIT, b);
            return true;
        }
        return false;
    }

    // 3栋, 三栋二单元, 12、13、15栋, 1-9栋, 1、2单元, 6楼.
    private boolean readSuffixed(Number first) {
        List<Number> list = new ArrayList<>(4);
        boolean[] ranges = new boolean[LONGEST_LIST + 1];
        list.add(first);
        int end = first.end();
        while (list.size() <= LONGEST_LIST) {
            int next = text.skipSpaces(end);
            if (readSuffix(list, ranges, end) || next > end && text.suffixAt(next, SPACED) != null && readSuffix(list, ranges, next)) {
                return true;
            }
            if (next >= text.length() || "、,和及跟与到至~-/.".indexOf(text.charAt(next)) < 0) {
                return false;
            }
            Number number = text.numberAt(text.skipSpaces(next + 1));
            if (number == null || !number.isShort() || PlaceText.isDigit(text.charAt(number.start())) != PlaceText.isDigit(text.charAt(first.start()))) {
                return false;
            }
            ranges[list.size()] = "到至~-".indexOf(text.charAt(next)) >= 0;
            list.add(number);
            end = number.end();
        }
        return false;
    }

    private boolean readSuffix(List<Number> list, boolean[] ranges, int end) {
        Number first = list.get(0);
        if (!first.isShort()) {
            return false;
        }
        String suffix = text.suffixAt(end, BUILDING);
        if ("栋楼".equals(suffix) && "下上顶道梯前后里长".indexOf(text.charAt(end + 2)) >= 0) {
            suffix = "栋";
        }
        if (suffix != null && isBuilding(first, end, suffix)) {
            addList(Span.Label.BUILDING, list, ranges, end + suffix.length());
            return true;
        }
        if (text.charAt(end) == '号' && list.size() == 1 && suffix == null && (nickname ? isHouseOfNickname(first) : HouseNumber.isBuilding(text, first))) {
            add(Span.Label.BUILDING, first, end + 1, first.value());
            return true;
        }
        suffix = isDoor(first, end) ? "门" : text.suffixAt(end, UNIT);
        if (suffix != null && !counts(first)) {
            // 3-2单元 is building and unit, 1-2单元 two units.
            if (list.size() == 2 && ranges[1] && !ascends(first, list.get(1))) {
                add(Span.Label.BUILDING, first);
                addList(Span.Label.UNIT, list.subList(1, 2), new boolean[2], end + suffix.length());
            } else {
                addList(Span.Label.UNIT, list, ranges, end + suffix.length());
            }
            return true;
        }
        suffix = text.suffixAt(end, FLOOR);
        if (suffix != null && isFloor(first, end, suffix)) {
            // 一到十二层就哐当: as soon as it comes to the twelfth.
            boolean assoon = list.size() == 2 && ranges[1] && first.value().equals("1") && text.charAt(end + 1) == '就';
            addList(Span.Label.FLOOR, assoon ? list.subList(1, 2) : list, assoon ? new boolean[1] : ranges, end + suffix.length());
            return true;
        }
        if (PlaceText.isDigit(first.value().charAt(0)) && first.value().length() <= 2 && text.charAt(end) == 'F' && !PlaceText.isLetter(text.charAt(end + 1))) {
            addList(Span.Label.FLOOR, list, ranges, end + 1);
            return true;
        }
        return false;
    }

    // 2单元501, 5#1902, 1902室, 502那家, 楼上1502.
    private boolean readRoom(Number n) {
        if (text.charAt(n.end()) == '号' && n.isShort() && followsPlace(n.start()) && text.charAt(n.start() - 1) != ' ' && followsFloor() && text.charAt(n.end() + 1) != '楼'
                && values.get(values.size() - 1).charAt(0) != '-') {
            // 1楼1号 is a flat, 负一层172号 a place to park.
            add(Span.Label.ROOM, n, n.end() + 1, n.value());
            return true;
        }
        if (!BareRoom.isRoomNumber(n)) {
            return false;
        }
        String suffix = text.suffixAt(n.end(), ROOM);
        boolean named = suffix != null && (!suffix.equals("户") || followsPlace(n.start())) && !text.textAt(n.end(), "房价") && !text.textAt(n.end(), "房租") && !text.textAt(n.end(), "房间");
        if (named) {
            add(Span.Label.ROOM, n, n.end() + suffix.length(), n.value());
            return true;
        }
        if ((followsPlace(n.start()) || continuesRooms(n.start())) && !amountFollows(n.end())) {
            add(Span.Label.ROOM, n);
            return true;
        }
        if (nickname || !amountFollows(n.end()) && BareRoom.isRoom(text, n)) {
            add(Span.Label.ROOM, n);
            return true;
        }
        return false;
    }

    // A3, T2: a letter with a number names a building by itself; B1 beside a garage is a floor.
    private boolean readLetter(Number n) {
        if (!PlaceText.isLetter(text.charAt(n.start())) || n.value().length() < 2 || amountFollows(n.end())) {
            return false;
        }
        if (LetterBuilding.isCellar(text, n)) {
            String suffix = text.suffixAt(n.end(), FLOOR);
            add(Span.Label.FLOOR, n, n.end() + (suffix == null ? 0 : 1), "-" + n.value().substring(1));
            return true;
        }
        if (LetterBuilding.isBuilding(text, n)) {
            add(Span.Label.BUILDING, n);
            return true;
        }
        return false;
    }

    // T429楼, T32208.
    private boolean readRunTogether() {
        RunTogether run = RunTogether.at(text, at, nickname);
        if (run == null) {
            return false;
        }
        add(Span.Label.BUILDING, run.tower());
        add(run.kind(), run.inside(), run.inside().end() + run.suffixLength(), run.inside().value());
        return true;
    }

    // 3座19B: floor and flat, as towers of the south have it.
    private boolean readLetteredRoom(Number n) {
        int end = n.end() + 1;
        char flat = text.charAt(n.end());
        boolean written = PlaceText.isDigit(text.charAt(n.start())) && n.end() - n.start() <= 2 && flat >= 'A' && flat <= 'H';
        if (!written || PlaceText.isDigit(text.charAt(end)) || PlaceText.isLetter(text.charAt(end))
                || !followsPlace(n.start()) && !text.followsAny(n.start(), NEXT_DOOR)) {
            return false;
        }
        add(Span.Label.ROOM, n.start(), end, text.between(n.start(), end));
        return true;
    }

    // 负一楼, 地下二层, -1楼, 顶楼, 底楼.
    private void readNamedFloor() {
        char c = text.charAt(at);
        if (c == '顶' || c == '底') {
            if ((text.charAt(at + 1) == '楼' || text.charAt(at + 1) == '层') && !text.textAt(at, "顶楼顶") && text.charAt(at + 2) != '设') {
                add(Span.Label.FLOOR, at, at + 2, c == '顶' ? "顶" : "1");
            }
            return;
        }
        if (c == '地' && !text.textAt(at, "地下") || c == '-' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return;
        }
        int digits = at + (c == '地' ? 2 : 1);
        Number n = text.numberAt(digits);
        if (n == null || n.value().length() != 1) {
            return;
        }
        if (text.suffixAt(n.end(), FLOOR) != null) {
            add(Span.Label.FLOOR, at, n.end() + 1, "-" + n.value());
        } else if (c == '负' && text.charAt(at - 1) != '正' && (text.isBlankFrom(n.end()) || "的了那这 ,车停下上全进漏水".indexOf(text.charAt(n.end())) >= 0)) {
            add(Span.Label.FLOOR, at, n.end(), "-" + n.value());
        }
    }

    // 兴隆街31号, 6号阿婆.
    private boolean isHouseOfNickname(Number n) {
        return PlaceText.isDigit(n.value().charAt(0)) && text.suffixAt(n.end() + 1, new String[] {"线", "技师", "选手", "店"}) == null;
    }

    // 5号楼1门二楼: in the north a staircase is a door.
    private boolean isDoor(Number n, int end) {
        return text.charAt(end) == '门' && followsBuilding(n.start()) && "口前卫边外禁".indexOf(text.charAt(end + 1)) < 0;
    }

    private boolean isBuilding(Number first, int end, String suffix) {
        if (counts(first)) {
            return false;
        }
        char next = text.charAt(end + suffix.length());
        if (text.charAt(first.start()) == '一' && first.end() - first.start() == 1 && (text.followsAny(first.start(), BUILT) || suffix.equals("座") || suffix.equals("栋楼") || next == '楼')) {
            // 一座火山, 一栋楼: one of them.
            return false;
        }
        return switch (suffix) {
            case "座" -> "位椅机谈城桥山".indexOf(next) < 0;
            case "#" -> next != '线' && next != '门';
            default -> true;
        };
    }

    private boolean isFloor(Number first, int end, String suffix) {
        if (counts(first) || first.value().length() > 2 || PlaceText.isLetter(first.value().charAt(0))) {
            return false;
        }
        if (StoreyWords.isElsewhere(text, first.start(), end + 1) || suffix.equals("层") && StoreyWords.isLayer(text, first.start(), end + 1)) {
            return false;
        }
        return "盘市梦".indexOf(text.charAt(end + 1)) < 0;
    }

    /** 这一栋, 每一层: the number counts and names nothing. */
    private boolean counts(Number first) {
        return first.start() > 0 && COUNTING.indexOf(text.charAt(first.start() - 1)) >= 0;
    }

    private void addList(Span.Label label, List<Number> list, boolean[] ranges, int end) {
        for (int i = 0; i < list.size(); i++) {
            Number n = list.get(i);
            boolean range = ranges[i] && ascends(list.get(i - 1), n);
            String value = range ? list.get(i - 1).value() + "~" + n.value() : n.value();
            add(label, n, i == list.size() - 1 ? end : n.end(), value);
        }
    }

    private static boolean ascends(Number a, Number b) {
        if (!PlaceText.isDigit(a.value().charAt(0)) || !PlaceText.isDigit(b.value().charAt(0))) {
            return false;
        }
        int width = Integer.parseInt(b.value()) - Integer.parseInt(a.value());
        return width > 0 && width <= LARGEST_RANGE;
    }

    private void add(Span.Label label, Number n) {
        add(label, n, n.end(), n.value());
    }

    private void add(Span.Label label, Number n, int end, String value) {
        int start = n.start() > 0 && text.charAt(n.start() - 1) == '第' ? n.start() - 1 : n.start();
        add(label, start, end, value);
    }

    private void add(Span.Label label, int start, int end, String value) {
        spans.add(new Span(label, start, end, text.between(start, end)));
        values.add(value);
        at = end;
    }

    private boolean followsPlace(int start) {
        return !spans.isEmpty() && spans.get(spans.size() - 1).end() == text.beforeSpaces(start)
                && spans.get(spans.size() - 1).label() != Span.Label.ROOM;
    }

    private boolean followsFloor() {
        return spans.get(spans.size() - 1).label() == Span.Label.FLOOR;
    }

    // 1单元101、102、201.
    private boolean continuesRooms(int start) {
        if (spans.isEmpty() || spans.get(spans.size() - 1).label() != Span.Label.ROOM || spans.get(spans.size() - 1).end() != start - 1) {
            return false;
        }
        return "、和跟及,/".indexOf(text.charAt(start - 1)) >= 0;
    }

    private boolean followsBuilding(int start) {
        return followsPlace(start) && spans.get(spans.size() - 1).label() == Span.Label.BUILDING;
    }

    private boolean amountFollows(int end) {
        char c = text.charAt(end);
        return c != 0 && AMOUNTS.indexOf(c) >= 0 && text.suffixAt(end, HOUSEHOLD) == null && !text.textAt(end, "号房") && !text.textAt(end, "人家") && !text.textAt(end, "天天");
    }
}

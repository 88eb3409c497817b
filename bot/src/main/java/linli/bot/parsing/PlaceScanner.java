package linli.bot.parsing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private static final String[] NEXT_DOOR = {"楼上", "楼下", "隔壁", "对门", "对面", "我家", "我屋", "我是", "我住", "住在", "家住"};
    private static final String[] HOTLINES = {"110", "119", "120", "122", "114", "315"};
    private static final String COUNTING = "每这那同整哪几某另各";
    private static final String[] NO_LETTER_BEFORE = {"奥迪", "宝马", "奔驰", "小鹏", "问界", "素", "钙", "罩", "型"};
    private static final String[] NO_LETTER_AFTER = {"纸", "照", "本", "航站", "打印", "票", "证", "级", "线", "出口", "牌"};

    private final PlaceText text;
    private final boolean nickname;
    private final List<Span> spans = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int at;

    private PlaceScanner(String text, boolean nickname) {
        this.text = new PlaceText(text);
        this.nickname = nickname;
    }

    /** What was found; values are the normalised numbers, one beside each span. */
    record Found(List<Span> spans, List<String> values) {

        Place placeWithin(int from, int to) {
            Set<String> buildings = new LinkedHashSet<>();
            Set<String> units = new LinkedHashSet<>();
            String floor = null;
            String room = null;
            for (int i = 0; i < spans.size(); i++) {
                Span span = spans.get(i);
                if (span.start() < from || span.end() > to) {
                    continue;
                }
                String value = values.get(i);
                switch (span.label()) {
                    case BUILDING -> addAll(buildings, value);
                    case UNIT -> addAll(units, value);
                    case FLOOR -> floor = floor == null ? value : floor;
                    case ROOM -> room = room == null ? value : room;
                    default -> { }
                }
            }
            return new Place(List.copyOf(buildings), List.copyOf(units), floor, room, null);
        }

        /** A range's value is its two ends, so that a hundred ranges cost no more than their spans. */
        private static void addAll(Set<String> numbers, String value) {
            int dash = value.indexOf('~');
            if (dash < 0) {
                numbers.add(value);
                return;
            }
            int last = Integer.parseInt(value.substring(dash + 1));
            for (int n = Integer.parseInt(value.substring(0, dash)); n <= last; n++) {
                numbers.add(Integer.toString(n));
            }
        }
    }

    /** @param folded as {@link Line} folds it */
    static Found scan(String folded) {
        return new PlaceScanner(folded, false).run();
    }

    static Found scanNickname(String folded) {
        return new PlaceScanner(folded, true).run();
    }

    private Found run() {
        while (at < text.length()) {
            int before = at;
            char c = text.charAt(at);
            if (PlaceText.isDigit(c) || Numerals.isNumeral(c) || PlaceText.isLetter(c)) {
                readNumber();
            } else if (c == '负' || c == '地' || c == '顶' || c == '底' || c == '-') {
                readNamedFloor();
            }
            if (at == before) {
                at = text.endOfRun(at);
            }
        }
        return new Found(List.copyOf(spans), List.copyOf(values));
    }

    private void readNumber() {
        Number first = text.numberAt(at);
        if (first == null || text.isPartOfAmount(first)) {
            return;
        }
        if (readDashed(first) || readSuffixed(first) || readRoom(first) || readLetter(first)) {
            return;
        }
    }

    // 3-2-501, 7-1-803, 5-1902, A3-2-1101; after a building 2-501 is unit and room.
    private boolean readDashed(Number a) {
        Number b = text.afterDash(a);
        if (b == null || !a.isShort() || a.value().startsWith("0")) {
            return false;
        }
        Number c = text.afterDash(b);
        if (c != null && b.isShort() && isRoomNumber(c) && !amountFollows(c.end()) && text.afterDash(c) == null) {
            add(Span.Label.BUILDING, a);
            add(Span.Label.UNIT, b);
            add(Span.Label.ROOM, c);
            return true;
        }
        if (c == null && isRoomNumber(b) && !amountFollows(b.end())) {
            add(followsBuilding(a.start()) ? Span.Label.UNIT : Span.Label.BUILDING, a);
            add(Span.Label.ROOM, b);
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
            if (number == null || !number.isShort()) {
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
        if (suffix != null && isBuilding(first, end, suffix)) {
            addList(Span.Label.BUILDING, list, ranges, end + suffix.length());
            return true;
        }
        suffix = text.suffixAt(end, UNIT);
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
            addList(Span.Label.FLOOR, list, ranges, end + suffix.length());
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
        if (!isRoomNumber(n)) {
            return false;
        }
        String suffix = text.suffixAt(n.end(), ROOM);
        boolean named = suffix != null && !text.textAt(n.end(), "房价") && !text.textAt(n.end(), "房租") && !text.textAt(n.end(), "房间");
        if (named) {
            add(Span.Label.ROOM, n, n.end() + suffix.length(), n.value());
            return true;
        }
        if (followsPlace(n.start()) && !amountFollows(n.end())) {
            add(Span.Label.ROOM, n);
            return true;
        }
        boolean bare = !isHotline(n.value())
                && (nickname || text.suffixAt(n.end(), HOUSEHOLD) != null || text.followsAny(n.start(), NEXT_DOOR) && !amountFollows(n.end()));
        if (bare) {
            add(Span.Label.ROOM, n);
        }
        return bare;
    }

    // A3, T2: a letter with a number names a building by itself; B1 beside a garage is a floor.
    private boolean readLetter(Number n) {
        if (!PlaceText.isLetter(text.charAt(n.start())) || n.value().length() < 2 || "ABCDEFGHT".indexOf(n.value().charAt(0)) < 0) {
            return false;
        }
        if (PlaceText.isLetter(text.charAt(n.end())) || text.suffixAt(n.end(), NO_LETTER_AFTER) != null || text.followsAny(n.start(), NO_LETTER_BEFORE)
                || amountFollows(n.end())) {
            return false;
        }
        boolean cellar = n.value().charAt(0) == 'B' && n.value().length() == 2
                && (text.suffixAt(n.end(), new String[] {"层", "楼", "车库", "停车", "车位"}) != null
                        || text.followsAny(n.start(), new String[] {"车库", "地下", "停车场", "地库"}));
        if (cellar) {
            String suffix = text.suffixAt(n.end(), FLOOR);
            add(Span.Label.FLOOR, n, n.end() + (suffix == null ? 0 : 1), "-" + n.value().substring(1));
        } else {
            add(Span.Label.BUILDING, n);
        }
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
        if (n != null && n.value().length() == 1 && text.suffixAt(n.end(), FLOOR) != null) {
            add(Span.Label.FLOOR, at, n.end() + 1, "-" + n.value());
        }
    }

    private boolean isBuilding(Number first, int end, String suffix) {
        if (counts(first)) {
            return false;
        }
        char next = text.charAt(end + suffix.length());
        return switch (suffix) {
            case "座" -> "位椅机谈城桥山".indexOf(next) < 0;
            case "#" -> next != '线';
            default -> true;
        };
    }

    private boolean isFloor(Number first, int end, String suffix) {
        if (counts(first) || first.value().length() > 2 || PlaceText.isLetter(first.value().charAt(0))) {
            return false;
        }
        char next = text.charAt(end + 1);
        if (suffix.equals("层")) {
            return "灰油皮水土霜纱膜次面".indexOf(next) < 0 && !text.followsAny(first.start(), new String[] {"了", "着", "铺", "更上"});
        }
        return "盘市".indexOf(next) < 0;
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

    private boolean isRoomNumber(Number n) {
        String v = n.value();
        if (v.length() < 3 || v.length() > 4 || !PlaceText.isDigit(v.charAt(0)) || n.end() - n.start() != v.length()) {
            return false;
        }
        int room = Integer.parseInt(v.substring(v.length() - 2));
        int floor = Integer.parseInt(v.substring(0, v.length() - 2));
        return room >= 1 && room <= 32 && floor <= 60;
    }

    private static boolean isHotline(String value) {
        for (String hotline : HOTLINES) {
            if (hotline.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean followsPlace(int start) {
        return !spans.isEmpty() && spans.get(spans.size() - 1).end() == text.beforeSpaces(start)
                && spans.get(spans.size() - 1).label() != Span.Label.ROOM;
    }

    private boolean followsBuilding(int start) {
        return followsPlace(start) && spans.get(spans.size() - 1).label() == Span.Label.BUILDING;
    }

    private boolean amountFollows(int end) {
        char c = text.charAt(end);
        return c != 0 && AMOUNTS.indexOf(c) >= 0 && text.suffixAt(end, HOUSEHOLD) == null && !text.textAt(end, "号房") && !text.textAt(end, "人家") && !text.textAt(end, "天天");
    }
}

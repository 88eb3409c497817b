package linli.bot.parsing;

import linli.bot.parsing.PlaceText.Number;

/** Tells a flat's number that stands by itself (1705水管裂了, 我家203) from prices, years, codes and hotlines. */
final class BareRoom {

    /** More flats than this on one floor only stand beside a building or with 室. */
    private static final int MOST_ON_A_FLOOR = 16;
    /** Houses low enough for a number of three digits have few flats on a floor. */
    private static final int FEW_ON_A_FLOOR = 12;
    private static final String[] HOTLINES = {"110", "119", "120", "122", "114", "315", "404", "304", "502胶", "301医"};
    private static final String[] HOUSEHOLD = {"那家", "这家", "那户", "家的", "家里", "屋头", "屋里", "业主", "住户", "邻居", "家", "屋", "租客", "房东"};
    private static final String[] NEXT_DOOR = {"楼上", "楼下", "隔壁", "对门", "对面", "我家", "我屋", "我是", "我住", "住在", "家住", "屋头", "你家", "他家", "就是"};
    /** What stands between a flat's number and the thing that broke there. */
    private static final String[] THING = {
        "的外机", "的空调", "的电话", "的阳台", "的窗", "的门", "的水", "的狗", "的猫", "的娃", "的人", "的老", "的厕", "的卫", "的厨", "的 ", "的邻", "的装", "的住",
        "的租", "的微信", "的漏", "的管", "的那", "的业", "的房", "的主", "的楼", "的热", "的灯", "的电", "的墙", "的家", "的婆", "的爷", "的阿", "的张", "的王", "的李", "的刘", "的陈", "漏", "洗衣机", "马桶", "下水", "租出", "有没有", "回屋", "看看", "是吧", "滴", "渗", "软管", "水管", "冒烟",
        "着火", "装修", "敲门", "没人", "有人", "空调", "阳台", "外机", "爆了", "跳闸", "停水", "停电", "没水", "没电", "也是", "也没", "也漏", "也一样", "这边", "我家", "门口",
        "门开", "门缝", "破门", "锁", "养的", "说", "在装", "在漏", "又在", "又漏", "还在", "还没", "天天", "厕所", "厨房", "卫生间", "报修", "反映", "暖气", "家里"
    };
    /** A number behind one of these is a code, a sum or a count. */
    private static final String[] CODED = {
        "码", "号", "价", "费", "单", "约", "共", "卖", "分", "版", "型", "第", "密", "收", "付", "月租", "租金", "室", "款", "红包", "优惠", "满", "减", "到手", "只要", "转", "花",
        "退", "交", "水表", "电表", "读数", "体重", "血压", "步数", "班级", "总", "省", "赚", "补"
    };
    /** The last words before a flat that ends the sentence. */
    private static final String[] NAMES_IT = {"是", "在", "住", "问", "找", "到", "认识", "联系", "叫", "喊", "催", "通知", "约了", "和", "跟"};
    /** What a neighbour is told or does, right behind the flat: 1605你往上看. */
    private static final String DOES = "你您刚好给吗吧我他她又还在没也都谁那这吵装漏滴养喊叫敲开关洗炒放是";
    /** What is bought, ridden or worn by number. */
    private static final String[] GOODS = {"的票", "的套餐", "的公交", "的价", "的钱", "的红包", "的衣", "的码", "的流量", "的鞋", "的会员", "的班"};
    private static final String YEARS = "年款届级版后奥";
    private static final String OPENS = " ,。!?;:\n~(“\"";

    private BareRoom() {
    }

    /** Whether it counts a floor and a flat on it: 1705, but not 1750. */
    static boolean isRoomNumber(Number n) {
        String v = n.value();
        if (v.length() < 3 || v.length() > 4 || !PlaceText.isDigit(v.charAt(0)) || n.end() - n.start() != v.length()) {
            return false;
        }
        int room = Integer.parseInt(v.substring(v.length() - 2));
        int floor = Integer.parseInt(v.substring(0, v.length() - 2));
        return room >= 1 && room <= 32 && floor <= 60;
    }

    /** @param n a {@link #isRoomNumber} */
    static boolean isRoom(PlaceText text, Number n) {
        String value = n.value();
        if (isKnownNumber(text, n) || flat(value) > MOST_ON_A_FLOOR || text.followsAny(text.beforeSpaces(n.start()), CODED)
                || YEARS.indexOf(text.charAt(n.end())) >= 0) {
            return text.suffixAt(n.end(), HOUSEHOLD) != null && !isKnownNumber(text, n) && text.charAt(n.end()) != '家';
        }
        return text.suffixAt(text.skipSpaces(n.end()), HOUSEHOLD) != null
                || text.followsAny(n.start(), NEXT_DOOR) && !isYear(n.value())
                || text.suffixAt(n.end(), THING) != null
                || isOneOfTwo(text, n)
                || opensTheLine(text, n)
                || closesTheLine(text, n);
    }

    /** 我家18-7, 18-7的水管: a floor and a flat on it, which could also be a score. */
    static boolean isNamed(PlaceText text, Number floor, Number flat) {
        return PlaceText.isDigit(floor.value().charAt(0)) && PlaceText.isDigit(flat.value().charAt(0)) && flat.value().length() <= 2
                && floor.value().length() <= 2 && text.charAt(floor.start() - 1) != '-'
                && (text.followsAny(floor.start(), NEXT_DOOR) || text.suffixAt(flat.end(), HOUSEHOLD) != null || text.suffixAt(flat.end(), THING) != null);
    }

    // 402和403: two flats of one floor or above each other.
    private static boolean isOneOfTwo(PlaceText text, Number n) {
        char after = text.charAt(n.end());
        if ("和跟与、".indexOf(after) >= 0 && after != 0) {
            if (areNeighbours(n, text.numberAt(n.end() + 1))) {
                return true;
            }
        }
        char before = text.charAt(n.start() - 1);
        return before != 0 && "和跟与、".indexOf(before) >= 0 && areNeighbours(n, text.numberAt(n.start() - 1 - n.value().length()));
    }

    private static boolean areNeighbours(Number a, Number b) {
        if (b == null || b.value().length() != a.value().length() || !PlaceText.isDigit(b.value().charAt(0)) || a.value().equals(b.value())) {
            return false;
        }
        return floor(a.value()) == floor(b.value()) && flat(b.value()) <= MOST_ON_A_FLOOR && flat(b.value()) > 0
                || flat(a.value()) == flat(b.value());
    }

    // 903的叔叔, 402 朝街那面: the flat comes first, then what is with it.
    private static boolean opensTheLine(PlaceText text, Number n) {
        boolean few = n.value().length() == 4 || flat(n.value()) <= FEW_ON_A_FLOOR;
        if (!few || n.start() > 0 && OPENS.indexOf(text.charAt(n.start() - 1)) < 0 && text.charAt(n.start() - 1) != '是') {
            return false;
        }
        char after = text.charAt(n.end());
        if (after == '的') {
            return text.suffixAt(n.end(), GOODS) == null;
        }
        if (after != 0 && DOES.indexOf(after) >= 0) {
            return !isYear(n.value());
        }
        return (after == ' ' || after == ',') && n.start() == 0 && Character.isIdeographic(text.charAt(n.end() + 1));
    }

    // 锁舌够不着 2203: the flat comes as the address of what was said, or is all there is to say.
    private static boolean closesTheLine(PlaceText text, Number n) {
        if (text.followsAny(n.start(), NAMES_IT) && !isYear(n.value()) && (text.isBlankFrom(n.end()) || text.charAt(n.end()) == ',')) {
            return true;
        }
        boolean opens = n.start() == 0 || OPENS.indexOf(text.charAt(n.start() - 1)) >= 0;
        return opens && text.isBlankFrom(n.end()) && (n.start() == 0 || Character.isLetter(text.charAt(n.start() - 2)));
    }

    private static boolean isKnownNumber(PlaceText text, Number n) {
        for (String hotline : HOTLINES) {
            if (hotline.equals(n.value()) || hotline.length() > n.value().length() && text.textAt(n.start(), hotline)) {
                return !hotline.endsWith("04") || text.suffixAt(n.end(), HOUSEHOLD, THING) == null;
            }
        }
        return false;
    }

    /** Twentieth floors are rare, and 2013 is what people call themselves by. */
    private static boolean isYear(String value) {
        return value.length() == 4 && value.startsWith("20");
    }

    private static int floor(String value) {
        return Integer.parseInt(value.substring(0, value.length() - 2));
    }

    private static int flat(String value) {
        return Integer.parseInt(value.substring(value.length() - 2));
    }
}

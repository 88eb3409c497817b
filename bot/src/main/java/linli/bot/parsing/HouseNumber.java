package linli.bot.parsing;

import linli.bot.parsing.PlaceText.Number;

/**
 * Tells 27号 that names a house, as in communities along a street, from 27号 the date, the line, the gate and the number
 * of a road. People who live there leave the road out.
 */
final class HouseNumber {

    private static final int LARGEST = 300;
    private static final String[] INSIDE = {
        "门前", "门口", "门边", "门外", "院", "旁边", "隔壁", "对面", "背后", "后面", "前面", "前头", "后头", "侧面", "外墙", "围墙", "墙", "楼道", "楼梯", "楼上", "楼下", "底楼",
        "顶楼", "天台", "阳台", "屋顶", "那家", "那户", "那边", "这边", "家", "屋", "的住户", "的居民", "的邻居", "的人家", "的张", "的王", "的李", "的老", "住户", "居民", "人家",
        "化粪池", "下水道", "门洞", "单元门", "梯坎", "可以回", "顶上", "楼顶", "都没", "也没", "没水", "没电", "全黑", "业主", "也有", "也漏", "漏", "那头", "左手", "右手", "中间"
    };
    private static final String[] LIVES = {"我们", "我家", "我住", "家住", "住在", "住", "阿拉", "那是", "像", "就是", "停在", "问问", "挨着", "靠近", "靠", "好像"};
    private static final String[] LATER = {
        "上午", "下午", "晚", "早", "中午", "凌晨", "之前", "以前", "前", "之后", "以后", "后", "开始", "起", "到期", "截止", "交", "发", "停", "放", "开学", "考", "回来", "回", "来",
        "走", "出发", "再", "才", "就", "要", "左右", "当天", "那天", "每", "线", "门", "车", "机", "桌", "球", "技师", "选手", "窗口", "电梯", "梯", "柜", "门诊", "店", "铺", "馆", "厅", "桩",
        "井", "口", "库", "泵", "楼长", "文件", "套", "位", "码", "布", "字"
    };
    /** What happens on a day: 20号的课. */
    private static final String[] EVENTS = {
        "的票", "的课", "的会", "的班", "的车", "的活动", "的通知", "的飞机", "的高铁", "的火车", "的考", "的比赛", "的事", "的停", "的机票", "的天", "的太", "的预", "的号", "的检", "的账", "的工资"
    };
    private static final String[] BETWEEN = {"中间", "之间", "都没", "楼"};
    private static final String[] PARKED = {"负一", "负二", "负三", "车位", "负一层", "负二层", "车库"};
    private static final String DATES = "月周日.-/每这下上本个至、";
    private static final String ROADS = "路街道弄里段";

    private HouseNumber() {
    }

    /** @param n a number followed by 号 */
    static boolean isBuilding(PlaceText text, Number n) {
        if (!PlaceText.isDigit(n.value().charAt(0)) || n.value().length() > 3 || Integer.parseInt(n.value()) > LARGEST || n.value().equals("0")) {
            return false;
        }
        char before = text.charAt(n.start() - 1);
        int end = n.end() + 1;
        if (before != 0 && ROADS.indexOf(before) >= 0) {
            // 幸福路31号 is a place on the road, 幸福路31号2单元 a house of the community.
            return isFloorOrUnit(text, end);
        }
        if (before == '到' && text.suffixAt(end, BETWEEN) != null) {
            return true;
        }
        if (before != 0 && DATES.indexOf(before) >= 0) {
            return false;
        }
        if (text.followsAny(text.beforeSpaces(n.start()), PARKED)) {
            return false;
        }
        if (text.textAt(end, "的") && opens(before)) {
            return text.suffixAt(end, EVENTS) == null;
        }
        if (text.suffixAt(end, INSIDE) != null || isFloorOrUnit(text, text.skipSpaces(end))) {
            return true;
        }
        if (isOneOfTwo(text, n, end)) {
            return true;
        }
        if (opens(before) && PlaceText.isDigit(text.charAt(n.start())) && text.charAt(end) == ' ' && Character.isIdeographic(text.charAt(end + 1)) && text.suffixAt(end + 1, LATER) == null) {
            return true;
        }
        return text.followsAny(n.start(), LIVES) && text.suffixAt(end, LATER) == null;
    }

    // 11号和12号中间; the second is known by 中间 itself.
    private static boolean isOneOfTwo(PlaceText text, Number n, int end) {
        Number other = "和跟与到".indexOf(text.charAt(end)) >= 0 ? text.numberAt(end + 1) : null;
        return other != null && text.charAt(other.end()) == '号' && text.suffixAt(other.end() + 1, BETWEEN) != null;
    }

    private static boolean opens(char before) {
        return before == 0 || " ,。!?;:\n".indexOf(before) >= 0;
    }

    // 31号三楼, 14号2单元.
    private static boolean isFloorOrUnit(PlaceText text, int position) {
        Number next = text.numberAt(position);
        if (next != null && next.end() - next.start() >= 3 && BareRoom.isRoomNumber(next)) {
            // 7号102
            return position == next.start() && text.charAt(position - 1) == '号';
        }
        return next != null && next.isShort() && text.suffixAt(next.end(), new String[] {"楼", "单元", "层"}) != null;
    }
}

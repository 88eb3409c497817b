package linli.bot.parsing;

import linli.bot.parsing.PlaceText.Number;

/** Tells A3 and T2 that name a building from paper sizes, models, licences, error codes and the floors of a garage. */
final class LetterBuilding {

    private static final int LARGEST = 30;
    private static final String LETTERS = "ABCDEFGHST";
    /** Number plates start with one of these. */
    private static final String PROVINCES = "渝川京沪粤浙苏鄂湘贵云陕豫鲁皖赣闽津冀";
    private static final String[] NO_BUILDING_BEFORE = {
        "奥迪", "宝马", "奔驰", "小鹏", "问界", "特斯拉", "理想", "素", "钙", "罩", "型", "驾照", "驾校", "学车", "代码", "显示", "报", "报错", "热水器", "空调", "空开", "故障", "写的", "编号", "车位", "地面", "本来是", "黑", "白", "红", "蓝", "银", "灰", "辆",
        "地铁", "高铁", "轻轨", "动车", "考"
    };
    private static final String[] NO_BUILDING_AFTER = {"纸", "照", "本", "航站", "打印", "票", "证", "级", "线", "出口", "牌", "驾", "次", "型", "口", "码", "款", "大小", "复印", "区"};
    private static final String[] GARAGE_AFTER = {"层", "车库", "停车", "车位", "地库"};
    private static final String[] GARAGE_BEFORE = {"车库", "地下", "停车场", "地库", "负"};
    private static final String[] DOORWAY = {"楼下", "楼上", "楼顶", "楼道", "楼长", "大堂", "大厅", "栋", "座", "幢", "单元", "业主", "门口", "后面", "前面", "背后", "旁边", "对面", "电梯", "的电梯", "-", "#"};

    private LetterBuilding() {
    }

    /** @param n a letter and one or two digits */
    static boolean isBuilding(PlaceText text, Number n) {
        if (isProvince(text.charAt(n.start() - 1)) || !isLetterOfTower(n.value().charAt(0)) || n.value().charAt(1) == '0' || Integer.parseInt(n.value().substring(1)) > LARGEST || PlaceText.isLetter(text.charAt(n.end()))
                || text.suffixAt(n.end(), NO_BUILDING_AFTER) != null || text.followsAny(text.beforeSpaces(n.start()), NO_BUILDING_BEFORE)) {
            return false;
        }
        if (isBelow(n) && n.value().charAt(1) <= '2' || n.value().charAt(0) == 'S') {
            return text.suffixAt(n.end(), DOORWAY) != null || text.numberAt(text.skipSpaces(n.end())) != null;
        }
        int next = text.skipSpaces(n.end());
        Number sum = next > n.end() && PlaceText.isDigit(text.charAt(next)) ? text.numberAt(next) : null;
        return sum == null || sum.value().length() < 3 || BareRoom.isRoomNumber(sum);
    }

    static boolean isLetterOfTower(char c) {
        return c != 0 && LETTERS.indexOf(c) >= 0;
    }

    /** The sign a number plate starts with. */
    static boolean isProvince(char c) {
        return c != 0 && PROVINCES.indexOf(c) >= 0;
    }

    /** Whether B1 or B2 is a floor below ground here. */
    static boolean isCellar(PlaceText text, Number n) {
        return isBelow(n) && (text.suffixAt(n.end(), GARAGE_AFTER) != null || isStorey(text, n.end()) || text.followsAny(n.start(), GARAGE_BEFORE));
    }

    // B1楼, but not B1楼下.
    private static boolean isStorey(PlaceText text, int end) {
        return text.charAt(end) == '楼' && text.suffixAt(end, DOORWAY) == null;
    }

    private static boolean isBelow(Number n) {
        return n.value().length() == 2 && n.value().charAt(0) == 'B' && n.value().charAt(1) >= '1' && n.value().charAt(1) <= '3';
    }
}

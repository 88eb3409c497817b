package linli.bot.parsing;

/** Tells a floor somebody lives or something broke on from floors that are climbed, counted or belong to an office. */
final class StoreyWords {

    private static final int CLIMB = 4;
    /** The seat of an office or a shop: people are sent there, nothing is reported from there. */
    private static final String[] ELSEWHERE = {
        "社区", "街道", "中心", "服务站", "办事处", "居委会", "居委", "村委会", "医院", "卫生院", "菜场", "隔壁小区", "娘家", "姑家", "姨家", "舅家", "妈家", "商场", "超市", "学校", "大楼", "东门", "西门", "南门", "北门",
        "公司", "食堂", "饭堂", "文具店", "书店", "活动室", "图书馆", "党群", "派出所", "公园", "酒店", "饭店", "商城", "广场"
    };
    /** Where one may get to by climbing outside: 爬到三楼雨棚. */
    private static final String LANDINGS = "雨平阳窗露";
    private static final String[] COUNTER = {"前台", "窗口", "服务窗", "服务台", "服务大厅", "服务中心", "办公室", "会议室", "活动室", "图书", "领取", "登记", "办理", "综合窗", "便民", "调解室", "阅览"};
    private static final String[] ONE_MORE = {"了", "着", "铺", "更上", "多", "毛", "满", "又", "起", "几", "批", "摞", "叠"};

    private StoreyWords() {
    }

    /** @param start where the floor's number starts; @param end where its suffix ends */
    static boolean isElsewhere(PlaceText text, int start, int end) {
        return text.followsAny(text.beforeSpaces(start), ELSEWHERE) || text.suffixAt(end, COUNTER) != null || isClimbed(text, start) && LANDINGS.indexOf(text.charAt(end)) < 0;
    }

    // 爬十二楼, 爬到四楼, 爬了十八层.
    private static boolean isClimbed(PlaceText text, int start) {
        for (int i = 1; i <= CLIMB; i++) {
            char c = text.charAt(start - i);
            if (c == '爬' || c == '走' || c == '扛') {
                return true;
            }
            if ("了到完的上下过着".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** 五六楼: one of two floors next to each other, or about there; 七八层高 only counts. */
    static boolean isAboutThere(PlaceText text, int start) {
        char suffix = text.charAt(start + 2);
        if (suffix != '楼' && suffix != '层' || text.charAt(start + 3) == '高' || Numerals.isNumeral(text.charAt(start - 1)) || text.charAt(start) == '十') {
            return false;
        }
        String lower = Numerals.digits(text.between(start, start + 1));
        String upper = Numerals.isNumeral(text.charAt(start + 1)) ? Numerals.digits(text.between(start + 1, start + 2)) : null;
        return lower != null && upper != null && Integer.parseInt(upper) == Integer.parseInt(lower) + 1 && upper.length() == 1
                && !isElsewhere(text, start, start + 3);
    }

    /** 一层灰, 多一层, 一层楼: a layer, or a storey that is counted. */
    static boolean isLayer(PlaceText text, int start, int end) {
        char next = text.charAt(end);
        boolean one = text.charAt(start) == '一' && end - start == 2;
        return next != 0 && "灰油皮水土霜纱膜次面楼冰雪玻布网纸漆泥".indexOf(next) >= 0
                || text.followsAny(start, ONE_MORE)
                || one && (next == 0 || next == ' ' || next == '一');
    }
}

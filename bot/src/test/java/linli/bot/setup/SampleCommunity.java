package linli.bot.setup;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 芙蓉中路社区, the made-up community of the sandbox: {@code config/sample/community.xlsx} is what this writes. */
final class SampleCommunity {

    private static final int GRIDS = 6;
    private static final int BUILDINGS_PER_GRID = 9;
    private static final int OWNED_BY_FIRST = 5;

    private static final List<String> WORKERS = List.of("杨敏", "陈静", "周丽", "何强", "罗芳", "唐勇");
    private static final List<String> WORKERS_CALLED = List.of("小杨", "小陈", "小周", "老何", "小罗", "唐哥");
    private static final List<String> DEPUTIES = List.of("谢涛", "刘洋", "吴倩", "蒋凯", "曾琳", "邓杰");
    private static final List<String> DEPUTIES_CALLED = List.of("小谢", "小刘", "小吴", "小蒋", "小曾", "小邓");

    private SampleCommunity() {}

    static byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookWriter.write(rows(), out);
        return out.toByteArray();
    }

    static Map<Sheet, List<List<String>>> rows() {
        return Map.of(
                Sheet.AREAS, areas(),
                Sheet.GROUPS, groups(),
                Sheet.STAFF, staff(),
                Sheet.UNITS, units(),
                Sheet.RESPONSIBILITIES, responsibilities(),
                Sheet.DUTY, duty(),
                Sheet.FAQ, faqs());
    }

    private static List<List<String>> areas() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("FRZL", "社区", "芙蓉中路社区"));
        for (int grid = 1; grid <= GRIDS; grid++) {
            rows.add(List.of("G" + grid, "网格", "第" + grid + "网格", "" + grid, "FRZL"));
        }
        for (int building = 1; building <= GRIDS * BUILDINGS_PER_GRID; building++) {
            int households = 72 + building * 7 % 5 * 12;
            rows.add(List.of("B" + building, "楼栋", building + "栋", "" + building, "G" + gridOf(building), "" + households));
        }
        return rows;
    }

    private static int gridOf(int building) {
        return (building - 1) / BUILDINGS_PER_GRID + 1;
    }

    private static List<List<String>> groups() {
        List<List<String>> rows = new ArrayList<>();
        for (int grid = 1; grid <= GRIDS; grid++) {
            rows.add(List.of("第" + grid + "网格群", "网格群", "G" + grid, "wangge" + grid, "fuwang" + grid));
        }
        for (int building = 1; building <= GRIDS * BUILDINGS_PER_GRID; building++) {
            int grid = gridOf(building);
            boolean first = (building - 1) % BUILDINGS_PER_GRID < OWNED_BY_FIRST;
            rows.add(List.of(
                    building + "栋邻里群", "楼栋群", "B" + building, (first ? "wangge" : "fuwang") + grid, (first ? "fuwang" : "wangge") + grid));
        }
        rows.add(List.of("通知测试群", "测试群", "", "gonggao1", "gonggao2"));
        return rows;
    }

    private static List<List<String>> staff() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < GRIDS; i++) {
            rows.add(List.of("wangge" + (i + 1), WORKERS.get(i), WORKERS_CALLED.get(i), "网格员", "G" + (i + 1)));
        }
        for (int i = 0; i < GRIDS; i++) {
            rows.add(List.of("fuwang" + (i + 1), DEPUTIES.get(i), DEPUTIES_CALLED.get(i), "网格员", "G" + (i + 1)));
        }
        rows.add(List.of("qiantai1", "黄蓉蓉", "蓉蓉", "社区前台"));
        rows.add(List.of("qiantai2", "冉晓梅", "冉姐", "社区前台"));
        rows.add(List.of("qiantai3", "向志远", "小向", "社区前台"));
        rows.add(List.of("gonggao1", "苏婷", "小苏", "公告员"));
        rows.add(List.of("gonggao2", "孟凡", "小孟", "公告员"));
        rows.add(List.of("shenhe1", "马德明", "马主任", "审核员"));
        rows.add(List.of("shenhe2", "石玉兰", "石姐", "审核员"));
        rows.add(List.of("wuye", "高建国", "高经理", "承办单位", "", "WUYE"));
        rows.add(List.of("weibao", "秦川", "秦师傅", "承办单位", "", "WEIBAO"));
        rows.add(List.of("ranqi", "傅强", "傅师傅", "承办单位", "", "RANQI"));
        rows.add(List.of("gongshui", "江波", "江师傅", "承办单位", "", "GONGSHUI"));
        rows.add(List.of("chengguan", "雷鸣", "雷队", "承办单位", "", "CHENGGUAN"));
        rows.add(List.of("huanwei", "余翠", "余站长", "承办单位", "", "HUANWEI"));
        rows.add(List.of("lingdao1", "钟伟", "钟书记", "街道领导"));
        rows.add(List.of("lingdao2", "梁红", "梁主任", "街道领导"));
        rows.add(List.of("admin", "管维", "", "管理员"));
        rows.add(List.of("shenji", "沈继", "", "审计"));
        rows.add(List.of("zhiban1", "夏雨", "夏姐", "社区前台"));
        return rows;
    }

    private static List<List<String>> units() {
        return List.of(
                List.of("WUYE", "物业服务中心", "023-12345601"),
                List.of("WEIBAO", "电梯维保单位", "023-12345602"),
                List.of("RANQI", "燃气公司", "023-12345603"),
                List.of("GONGSHUI", "供水公司", "023-12345604"),
                List.of("CHENGGUAN", "城管中队", "023-12345605"),
                List.of("HUANWEI", "环卫所", "023-12345606"));
    }

    private static List<List<String>> responsibilities() {
        return List.of(
                unit("水电气网", "GONGSHUI", "小区红线外归供水公司，红线内的管线归物业"),
                unit("电梯", "WUYE", "物业是使用管理单位，由物业通知维保单位"),
                unit("停车充电", "WUYE", "市政道路上的归交警和城管"),
                unit("噪音扰民", "WUYE", "夜间施工和商户归城管，生活噪声可报派出所"),
                unit("环境卫生", "WUYE", "油烟和焚烧归城管"),
                unit("消防安全", "WUYE", "起火先打 119"),
                unit("高空抛物坠物", "WUYE", "涉及伤人由派出所处理"),
                unit("宠物", "", "伤人由派出所处理"),
                unit("物业服务", "WUYE", "由社区监督"),
                unit("邻里纠纷", "", "社区人民调解"),
                unit("房屋维修", "WUYE", "保修期内找开发商，过后可用维修基金"),
                unit("公共设施", "WUYE", "市政道路上的归市政和城管"),
                unit("违建占道", "CHENGGUAN", "综合执法"),
                unit("治安求助", "", "派出所；急病打 120"),
                unit("养老托幼", "", "社区居委会"),
                unit("民政社保", "", "便民服务大厅"),
                unit("疫情卫生", "", "社区卫生服务中心"),
                unit("教育", "", "教育部门"),
                unit("交通出行", "", "交警"),
                unit("政务办事", "", "便民服务大厅"),
                unit("其他", "", ""));
    }

    private static List<String> unit(String category, String unit, String note) {
        return List.of(category, "", unit, "", "", "", "", note);
    }

    private static List<List<String>> duty() {
        List<List<String>> rows = new ArrayList<>();
        for (int grid = 1; grid <= GRIDS; grid++) {
            rows.add(List.of("每天", "值班网格员", "G" + grid, "wangge" + grid));
            rows.add(List.of("周六", "值班网格员", "G" + grid, "fuwang" + grid));
            rows.add(List.of("周日", "值班网格员", "G" + grid, "fuwang" + grid));
        }
        rows.add(List.of("每天", "社区值班", "", "zhiban1"));
        rows.add(List.of("每天", "街道值班", "", "lingdao2"));
        rows.add(List.of("每天", "值班领导", "", "lingdao1"));
        return rows;
    }

    private static List<List<String>> faqs() {
        return List.of(
                faq("社保卡办理地点和时间", "社保卡", "带身份证到社区便民服务大厅 2 号窗口办理，工作日 9:00–12:00、14:00–18:00", "是"),
                faq("居住证办理", "居住证", "带身份证和租房合同到社区便民服务大厅 3 号窗口申请，约 15 个工作日领证", "是"),
                faq("医保缴费", "医保+缴、医保+交", "每年 9 月至 12 月缴下一年的，可在手机上缴，也可到便民服务大厅 2 号窗口", "是"),
                faq("高龄津贴", "高龄津贴、高龄补贴、老年津贴", "年满 80 岁可申请，带身份证和户口簿到便民服务大厅 1 号窗口，也可请网格员上门代办", "是"),
                faq("老年助餐", "助餐、老年食堂、社区食堂", "社区食堂在 20 栋一楼，周一至周六 11:00–13:00，60 岁以上有补贴", "是"),
                faq("垃圾投放时间", "垃圾+几点、垃圾+时间、垃圾+投放", "定时投放：早 6:30–9:00，晚 18:00–21:00；误时投放点在小区北门", "是"),
                faq("大件垃圾", "大件垃圾、旧家具、旧沙发", "先联系物业服务中心预约，放到北门临时堆放点，每周三、周六清运", "是"),
                faq("装修时间", "装修+时间、装修+几点", "工作日 8:00–12:00、14:00–18:00 可以施工，周末和节假日不能有噪声施工", "是"),
                faq("开具居住证明", "居住证明、开证明", "带身份证和房产证或租房合同到便民服务大厅 3 号窗口，当场开具", "是"),
                faq("办准生证", "准生证、生育登记", "可在手机上登记，也可带双方身份证到便民服务大厅 1 号窗口", "是"),
                faq("图书室开放时间", "图书室、阅览室", "社区图书室在 33 栋二楼，周二至周日 9:00–17:00 开放", "是"),
                faq("加装电梯流程", "加装电梯", "本单元业主商量好后，由业主代表到社区前台领取流程表，社区协助征求意见", "否"));
    }

    private static List<String> faq(String title, String keywords, String answer, String approved) {
        return List.of(title, keywords, answer, approved);
    }
}

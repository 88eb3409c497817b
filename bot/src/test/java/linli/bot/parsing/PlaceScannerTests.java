package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceScannerTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3栋2单元501          | b3 u2 r501
            3-2-501             | b3 u2 r501
            三栋二单元            | b3 u2
            二十三栋电梯坏了        | b23
            5#1902漏水           | b5 r1902
            A3的电梯             | bA3
            C座大厅              | bC
            T2楼下               | bT2
            负一楼进水            | f-1
            地下二层              | f-2
            顶楼漏雨              | f顶
            12、13、15栋停水       | b12 b13 b15
            1-4栋没电             | b1 b2 b3 b4
            ３栋２单元５０１         | b3 u2 r501
            1、2单元都没水         | u1 u2
            12号楼3楼             | b12 f3
            12栋3单元15楼          | b12 u3 f15
            7-1-803的水管         | b7 u1 r803
            第8栋                | b8
            一百一十栋             | b110
            8幢1202室             | b8 r1202
            502那家的狗            | r502
            楼上1502天天吵          | r1502
            3-2单元501            | b3 u2 r501
            12栋2-1203            | b12 u2 r1203
            五栋和六栋             | b5 b6
            A3-1902              | bA3 r1902
            9F的灯               | f9
            B1车库               | f-1
            3 栋 2 单元           | b3 u2
            3栋到5栋停电           | b3 b5
            那是34号搬家剩的        | b34
            就在11号和12号中间       | b11 b12
            26号门前地砖松了        | b26
            27号2单元             | b27 u2
            7号102 他不喘了        | b7 r102
            幸福路31号2单元没水      | b31 u2
            22号的师傅拐杖断了       | b22
            8巷12号房里有人喊       | b8巷12
            1705水管裂了          | r1705
            1902的外机管子脱了       | r1902
            402和403都在装修       | r402
            锁舌够不着 2203        | r2203
            我家B座203            | bB r203
            5号楼1门二楼           | b5 u1 f2
            西单元没水             | u西
            3座19B没人应          | b3 r19B
            8栋2-1的阿婆          | b8 r2-1
            18-7的水管爆了         | r18-7
            12-6-2 门口有电表       | b12 u6 r2
            T429楼有烟            | bT4 f29
            T32208的小周          | bT3 r2208
            C91单元没电           | bC9 u1
            S2大堂有人摔了          | bS2
            停在B2楼下            | bB2
            负一 66号车挡道         | f-1
            被困负一了             | f-1
            五六楼之间的窗         | f5
            爬到三楼雨棚上托住他      | f3
            一到十二层就哐当         | f12
            2栋1楼1号在漏          | b2 f1 r1
            """)
    void aPlaceIsFoundInEveryFormPeopleWrite(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "芙蓉中路12号", "坐365路公交", "18:30开始", "电话13812345678", "一斤12块5", "花了300元", "2026-07-14停水", "打120屋头有人晕倒",
        "A4纸用完了", "奥迪A6堵门口", "维生素B12", "落了一层灰", "两栋都没水", "这一栋", "每层都有", "12306买票", "3.5楼", "023-67891234",
        "5G网好慢", "轻轨3号线", "T3航站楼", "一个单元", "12345打了三回", "7月17日", "1000个人", "二手房", "一样的",
        "27号之前交钱", "11号和12号放假", "不锈钢是304吗", "20号的课改到周五", "幸福路31号", "8号下午停水", "2号电梯停了", "车库66号那台挡道了",
        "302公交改道了", "108块一箱", "取件码 1203", "取件码5-2-1203", "1024程序员节快乐", "2016年买的房", "502胶水粘手", "喊了个开锁的 一百五",
        "表决同意208户", "3-1赢了", "4-4-2阵型", "26-3-15到期", "1-2天就好", "1. 3-801 2人",
        "京A12345堵门口", "热水器E1点不着", "学车C1全包", "那台黑A6挪一下", "车位编号C19", "新车G63", "环保E0",
        "我这失眠救了一栋楼", "在盖一栋写字楼", "像一座火山", "爬了十八层", "全员爬二十层", "爬到四楼歇一歇", "带证件到社区三楼", "到二楼前台登记",
        "七八层高", "走十二楼", "电梯费35，", "白毛毛一层", "正负一度"
    })
    void roadsPhonesPricesTimesAndCountsAreNoPlaces(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3-2-501      | b3 u2 r501
            12栋张阿姨     | b12
            4#2301       | b4 r2301
            5-1902 小王    | b5 r1902
            1902         | r1902
            2-3          | b2 u3
            张姐 8栋1单元   | b8 u1
            兴隆街31号     | b31
            6号阿婆        | b6
            A1806        | bA r1806
            3号线通勤       | ''
            """)
    void aNicknameMayStateThePlace(String nickname, String expected) {
        assertThat(describe(Lexicons.parser().placeOf(nickname))).isEqualTo(expected);
    }

    @Test
    void spansStandInTheTextAsItWasSaid() {
        String said = "😀 ３栋２单元的灯坏了";
        List<Span> spans = Lexicons.parser().understand(Utterance.text(said), Context.ofGrid()).spans();
        assertThat(spans).extracting(Span::label).containsExactly(Span.Label.BUILDING, Span.Label.UNIT);
        assertThat(spans).allSatisfy(span -> assertThat(said.substring(span.start(), span.end())).isEqualTo(span.text()));
    }

    @Test
    void aMentionedNeighboursFlatIsNamedWhereTheWordsAreAboutIt() {
        assertThat(rooms("@T2-1103 你家花盆在漏")).containsExactly("1103");
        assertThat(rooms("@T2-1103\n你家花盆在漏")).containsExactly("1103");
        assertThat(rooms("@T2-1103 收到 谢谢")).isEmpty();
    }

    private static List<String> rooms(String said) {
        return Lexicons.parser().understand(Utterance.text(said), Context.ofGrid()).spans().stream()
                .filter(span -> span.label() == Span.Label.ROOM)
                .map(Span::text)
                .toList();
    }

    private static String read(String text) {
        return describe(PlaceScanner.scan(Line.of(text).text()).placeWithin(0, Integer.MAX_VALUE));
    }

    private static String describe(Place place) {
        List<String> parts = new ArrayList<>();
        place.buildings().forEach(b -> parts.add("b" + b));
        place.units().forEach(u -> parts.add("u" + u));
        if (place.floor() != null) {
            parts.add("f" + place.floor());
        }
        if (place.room() != null) {
            parts.add("r" + place.room());
        }
        return String.join(" ", parts);
    }
}

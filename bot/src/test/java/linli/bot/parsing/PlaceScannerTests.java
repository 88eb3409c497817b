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
            """)
    void aPlaceIsFoundInEveryFormPeopleWrite(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "芙蓉中路12号", "坐365路公交", "18:30开始", "电话13812345678", "一斤12块5", "花了300元", "2026-07-14停水", "打120屋头有人晕倒",
        "A4纸用完了", "奥迪A6堵门口", "维生素B12", "落了一层灰", "两栋都没水", "这一栋", "每层都有", "12306买票", "3.5楼", "023-67891234",
        "5G网好慢", "轻轨3号线", "T3航站楼", "一个单元", "12345打了三回", "7月17日", "1000个人", "二手房", "一样的"
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

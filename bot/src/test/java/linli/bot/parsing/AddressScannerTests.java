package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScannerTests {

    /** Generous: it only tells linear cost from a blow-up, on a busy machine too. */
    private static final Duration BOUNDED = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            云栖南庭21-3-502              | building:21 unit:3 room:502
            云栖南庭8-1203                | building:8 room:1203
            云栖新村31-4                  | building:31 unit:4
            云栖小区5幢2单元301室           | building:5幢 unit:2单元 room:301室
            滨河路15号3号楼704             | building:3号楼 room:704
            滨河路26-4-1-803              | building:4 unit:1 room:803
            滨河路28-6号                  | building:6号
            滨河路12号30号                | building:30号
            云栖花园12号2041室             | building:12号 room:2041室
            云栖工贸大厦B座15楼             | building:B座 floor:15楼
            云栖大厦1416                  | room:1416
            云栖大厦D1307                 | building:D room:1307
            云栖公寓6A2210               | building:6A room:2210
            云栖批发市场E2053              | room:E2053
            批发市场12楼36街20518          | floor:12楼 unit:36街 room:20518
            云栖小区2幢14号1107室           | building:2幢 unit:14号 room:1107室
            云栖大厦五楼3120               | floor:五楼 room:3120
            云栖大厦西单元903              | unit:西单元 room:903
            一栋二单元三零四                | building:一栋 unit:二单元 room:三零四
            广场负一楼                     | floor:负一楼
            柳湾四区25号                   | building:25号
            茶叶城B区215号                 | room:215号
            """)
    void whatANumberIsFollowsFromWhatStandsBeforeIt(String address, String expected) {
        assertThat(read(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "青禾北路77号", "滨河路210-214号", "青禾北路915", "云栖村12组8号", "云栖村186号", "青禾路52弄16号", "地铁3号线", "4号院", "总部一号酒店",
        "宁波2026届", "电话0571-88888888", "B区"
    })
    void numbersOfRoadsVillagesAndNamesAreNoPlaces(String address) {
        assertThat(read(address)).isEmpty();
    }

    @Test
    void anEndlessAddressIsReadInBoundedTime() {
        for (String piece : new String[] {"1-", "、", "9", "A", "一", "1号", "3栋", "_", "甲单元", "12街345", "第"}) {
            String text = piece.repeat(100_000 / piece.length());
            assertTimeoutPreemptively(BOUNDED, () -> AddressScanner.scan(text));
            assertTimeoutPreemptively(BOUNDED, () -> PlaceScanner.scan(text));
            assertTimeoutPreemptively(BOUNDED, () -> PlaceScanner.scanNickname(text));
        }
    }

    @Test
    void nonsenseNeverThrowsAndSpansNeverOverlap() {
        Random random = new Random(3);
        String alphabet = "3栋2单元-、#A一二十百负顶楼层号巷室第、和到@ T.,:年的我家爬B1F座幢街排路两";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = made.toString();
            Mentioned.rooms(text);
            for (FoundPlaces found : List.of(PlaceScanner.scan(text), PlaceScanner.scanNickname(text), AddressScanner.scan(text))) {
                int end = 0;
                for (Span span : found.spans()) {
                    assertThat(span.start()).as(text).isGreaterThanOrEqualTo(end);
                    assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
                    end = span.end();
                }
                found.placeWithin(0, Integer.MAX_VALUE);
            }
        }
    }

    private static String read(String address) {
        return AddressScanner.scan(Line.of(address).text()).spans().stream()
                .map(span -> span.label().name().toLowerCase(Locale.ROOT) + ":" + span.text())
                .collect(Collectors.joining(" "));
    }
}

package linli.bot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadFileTests {

    private static final Parser PARSER = new Parser(Lexicon.read(lexicon()));

    @TempDir
    private Path folder;

    @Test
    void aThreadIsReadIntoOneTicket() throws IOException {
        List<JsonNode> read = read(
                message("a", "09:00", "云朵", "电梯又停了"),
                message("b", "09:01", "老李", "我们也是，下不去"),
                message("c", "09:02", "王姐", "今晚吃火锅不"),
                message("d", "09:05", "芙蓉物业管家", "师傅马上到"),
                message("e", "09:40", "云朵", "好了，可以坐了"));

        assertThat(read).extracting(line -> line.get("intent").asString()).containsExactly("REPORT", "REPORT", "CHAT", "NOTICE", "CHAT");
        assertThat(read.get(2).get("ticket").isNull()).isTrue();
        String ticket = read.get(0).get("ticket").asString();
        assertThat(List.of(1, 3, 4)).allSatisfy(i -> assertThat(read.get(i).get("ticket").asString()).isEqualTo(ticket));
        assertThat(read.get(3).get("category").asString()).isEqualTo("ELEV");
    }

    @Test
    void anotherBuildingIsAnotherTicket() throws IOException {
        List<JsonNode> read = read(
                message("a", "09:00", "云朵", "3栋电梯坏了"),
                message("b", "09:03", "老李", "7栋电梯坏了"));
        assertThat(read.get(0).get("ticket").asString()).isNotEqualTo(read.get(1).get("ticket").asString());
    }

    @Test
    void spansAndUrgencyAreWrittenAsTheScoreWantsThem() throws IOException {
        JsonNode line = read(message("a", "09:00", "云朵", "3栋2单元有人困在电梯里了")).get(0);
        assertThat(line.get("urgency").asString()).isEqualTo("紧急");
        assertThat(line.get("category").asString()).isEqualTo("ELEV");
        assertThat(line.get("spans").get(0).get("label").asString()).isEqualTo("building");
        assertThat(line.get("spans").get(1).get("text").asString()).isEqualTo("2单元");
    }

    @Test
    void otherRecordsAreSkippedAndABrokenLineIsNamed() throws IOException {
        assertThat(read("{\"kind\":\"ticket\",\"id\":\"T1\"}")).isEmpty();
        assertThatThrownBy(() -> read(message("a", "09:00", "云朵", "好"), "{broken"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    private List<JsonNode> read(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("messages.jsonl"), List.of(lines));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new ReadFile(PARSER, linli.bot.thread.ReaderModel.builtIn()).read(file, out);
        }
        List<JsonNode> read = new ArrayList<>();
        bytes.toString(StandardCharsets.UTF_8).lines().forEach(line -> read.add(JsonMapper.builder().build().readTree(line)));
        return read;
    }

    private static String message(String id, String time, String nick, String text) {
        return """
                {"kind":"message","id":"%s","group":"云锦花园业主群","time":"2026-07-14T%s:00+08:00","speaker":"%s","nick":"%s","text":"%s"}"""
                .formatted(id, time, nick, nick, text);
    }

    private static Path lexicon() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("config/lexicon"))) {
            at = at.getParent();
        }
        return at.resolve("config/lexicon");
    }
}

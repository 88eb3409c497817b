package linli.bot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.bot.text.Texts;
import org.junit.jupiter.api.Test;

/** The state diagram in {@code bot/README.md} is drawn from the table; {@code JAVA_TOOL_OPTIONS=-Dlinli.diagram.write=true} draws it anew. */
class TicketDiagramTests {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- ticket-states -->";
    private static final String END = "<!-- /ticket-states -->";

    @Test
    void theReadmeShowsTheTable() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertThat(begin).as(BEGIN).isNotNegative();
        assertThat(end).as(END).isGreaterThan(begin);
        if (Boolean.getBoolean("linli.diagram.write")) {
            Files.writeString(README, readme.substring(0, begin + BEGIN.length()) + "\n" + drawn() + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin + BEGIN.length() + 1, end)).isEqualTo(drawn());
    }

    private static String drawn() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        for (TicketAction action : TicketAction.values()) {
            if (action.to() != null) {
                action.from().forEach(from -> arrows
                        .computeIfAbsent(from + " --> " + action.to(), key -> new java.util.ArrayList<>())
                        .add(Texts.label(action)));
            }
        }
        StringBuilder drawn = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (TicketStatus status : TicketStatus.values()) {
            drawn.append("    ").append(status).append(" : ").append(Texts.label(status)).append('\n');
        }
        drawn.append("    [*] --> CANDIDATE\n    [*] --> OPEN\n");
        arrows.forEach((arrow, names) -> drawn.append("    ").append(arrow).append(" : ").append(String.join("、", names)).append('\n'));
        return drawn.append("```\n\n").append(who()).toString();
    }

    private static String who() {
        StringBuilder table = new StringBuilder("| 动作 | 谁可以 |\n| --- | --- |\n");
        for (TicketAction action : TicketAction.values()) {
            String roles = Arrays.stream(linli.bot.staff.Role.values()).filter(action.by()::contains).map(Texts::label).collect(Collectors.joining("、"));
            table.append("| ").append(Texts.label(action)).append(" `").append(action).append("` | ").append(roles).append(" |\n");
        }
        return table.toString();
    }
}

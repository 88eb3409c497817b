package linli.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTests {

    private static List<String> asked(String... answers) {
        List<String> asked = new ArrayList<>();
        int page = 0;
        for (Cursor cursor = new Cursor(); cursor.hasMore(); page++) {
            asked.add(cursor.at());
            cursor.to(answers[page]);
        }
        return asked;
    }

    @Test
    void aListEndsWithThePageThatNamesNoOther() {
        assertThat(asked("")).isEqualTo(Arrays.asList((String) null));
        assertThat(asked("b", "c", null)).isEqualTo(Arrays.asList(null, "b", "c"));
    }

    @Test
    void aListThatPointsBackIntoItselfEndsToo() {
        assertThat(asked("b", "b")).isEqualTo(Arrays.asList(null, "b"));
        assertThat(asked("b", "c", "b")).isEqualTo(Arrays.asList(null, "b", "c"));
    }
}

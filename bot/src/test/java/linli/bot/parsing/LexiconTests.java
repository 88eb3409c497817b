package linli.bot.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheShippedLexicon() throws IOException {
        try (var files = Files.list(Lexicons.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aWrongCellIsNamedByFileLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("topics.csv"), "category,words\nUTIL,水费\nXYZ,电费\n");
        assertThatThrownBy(() -> Lexicon.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topics.csv, line 3, column category");
    }

    @Test
    void aMissingHeadRowIsNamed() throws IOException {
        Files.writeString(folder.resolve("signs.csv"), "sign;words\n");
        assertThatThrownBy(() -> Lexicon.read(folder)).hasMessageContaining("signs.csv, line 1");
    }

    @Test
    void aFileFromASpreadsheetProgramMayBeginWithAMark() throws IOException {
        Path topics = folder.resolve("topics.csv");
        Files.writeString(topics, "\uFEFF" + Files.readString(topics));
        assertThat(Lexicon.read(folder).kindKeys()).contains("lift-stopped");
    }

    @Test
    void theVersionChangesWithAnyWord() throws IOException {
        String before = Lexicon.read(folder).version();
        Files.writeString(folder.resolve("decoys.txt"), "电梯奶茶\n");
        assertThat(Lexicon.read(folder).version()).isNotEqualTo(before);
    }

    @Test
    void everyKindHasALabelAndAReply() {
        Lexicon lexicon = Lexicons.shipped();
        assertThat(lexicon.kindLabel("lift-stopped")).contains("电梯停运");
        assertThat(lexicon.replyKeys()).contains("registered", "lift", "fire", "gas", "trapped", "welfare", "missing", "flood", "jump",
                "selfharm", "injury", "falling", "bite", "neighbour-noise", "blackout", "pipe-burst", "courier-locker", "drilling",
                "night-works", "pressed");
    }
}

package linli.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SampleCommunityFileTests {

    private static final Path FILE = Path.of(System.getProperty("linli.config"), "sample", "community.xlsx");

    /** Write it anew with {@code -Dlinli.sample.write=true} after changing {@link SampleCommunity}. */
    @Test
    void theCommittedFileIsWhatTheGeneratorWrites() throws IOException {
        if (Boolean.getBoolean("linli.sample.write")) {
            Files.write(FILE, SampleCommunity.write());
        }
        assertThat(parts(Files.readAllBytes(FILE))).isEqualTo(parts(SampleCommunity.write()));
    }

    /** Unpacked, since another JDK may pack the same parts into other bytes. */
    private static Map<String, String> parts(byte[] archive) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
            parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }
}

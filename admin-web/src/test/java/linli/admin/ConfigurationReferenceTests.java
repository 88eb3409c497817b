package linli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Keeps the list of settings in config/README.md the same as the settings' own Javadoc. To bring it up to date:
 * {@code scripts/test ConfigurationReferenceTests} with {@code MAVEN_ARGS=-Dlinli.reference.write=true}.
 */
class ConfigurationReferenceTests {

    private static final Path README = Path.of(System.getProperty("linli.config", "../config"), "README.md");
    private static final String BEGIN = "<!-- generated from here: see ConfigurationReferenceTests -->\n";
    private static final String END = "<!-- generated up to here -->\n";

    @Test
    void theReferenceListsEverySettingAsItIs() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String reference = reference(settings());
        if (Boolean.getBoolean("linli.reference.write")) {
            Files.writeString(README, readme.substring(0, begin) + reference + readme.substring(end));
        } else {
            assertThat(readme.substring(begin, end))
                    .as("config/README.md is out of date; the test's Javadoc says how to write it anew")
                    .isEqualTo(reference);
        }
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        assertThat(settings().values())
                .allSatisfy(setting -> assertThat(setting.get("description"))
                        .as("%s: its record's @param", setting.get("name"))
                        .isNotNull());
    }

    private static Map<String, Map<String, Object>> settings() throws IOException {
        Map<String, Map<String, Object>> settings = new TreeMap<>(
                Comparator.comparing(ConfigurationReferenceTests::sectionOf).thenComparing(Comparator.naturalOrder()));
        ClassLoader loader = ConfigurationReferenceTests.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
            for (Map<String, Object> property : properties(url)) {
                String name = (String) property.get("name");
                if (name.startsWith("linli.")) {
                    settings.put(name, property);
                }
            }
        }
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> properties(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (List<Map<String, Object>>)
                    JsonParserFactory.getJsonParser().parseMap(json).get("properties");
        }
    }

    private static String reference(Map<String, Map<String, Object>> settings) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Map.Entry<String, Map<String, Object>> setting : settings.entrySet()) {
            String name = setting.getKey();
            String its = sectionOf(name);
            if (!its.equals(section)) {
                section = its;
                text.append("\n### ").append(section).append("\n\n| setting | environment | default | meaning |\n| --- | --- | --- | --- |\n");
            }
            text.append("| `").append(name).append("` | `").append(environment(name)).append("` | ")
                    .append(defaultOf(setting.getValue())).append(" | ")
                    .append(meaning(setting.getValue())).append(" |\n");
        }
        return text.append('\n').toString();
    }

    private static String sectionOf(String name) {
        String[] parts = name.split("\\.");
        return parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
    }

    /** Spring's rule: dots become underscores, dashes go. */
    private static String environment(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String defaultOf(Map<String, Object> setting) {
        Object value = setting.get("defaultValue");
        if (value instanceof List<?> list) {
            return "`" + String.join(", ", list.stream().map(Objects::toString).toList()) + "`";
        }
        return value == null || value.toString().isEmpty() ? "–" : "`" + value + "`";
    }

    private static String meaning(Map<String, Object> setting) {
        return Objects.toString(setting.get("description"), "").replace("|", "\\|").replaceAll("\\s+", " ");
    }
}

package linli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about source files of both modules that the compiled classes no longer show. */
class SourceRulesTests {

    private static final Path ROOT = Path.of(System.getProperty("linli.config", "../config"))
            .toAbsolutePath()
            .normalize()
            .getParent();
    private static final List<Path> MAIN = List.of(ROOT.resolve("bot/src/main"), ROOT.resolve("admin-web/src/main"));

    /** What is compared with, not said: the parser's patterns, a vendor's format, the transcripts' grammar and its player. */
    private static final Pattern CHINESE_BY_NATURE = Pattern.compile("linli/bot/(parsing/|thread/|corpus/|reading/|wecom/archive/QuotedReply|"
            + "sandbox/(Transcript|Simulate|server/play/Readings))");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Comments are matched first, so that a quotation mark in them opens no string. */
    private static final Pattern LITERAL =
            Pattern.compile("//[^\\n]*|/\\*[\\s\\S]*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");

    /** Mapper statements that may paste text into SQL, and why: none yet. */
    private static final Set<String> PASTING_MAPPERS = Set.of();

    @Test
    void chineseThatPeopleReadIsNotInJava() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(".java", path -> !CHINESE_BY_NATURE.matcher(path).find())) {
            LITERAL.matcher(Files.readString(file))
                    .results()
                    .map(result -> result.group())
                    .filter(literal -> !literal.startsWith("/") && HAN.matcher(literal).find())
                    .forEach(literal -> found.add(ROOT.relativize(file) + ": " + literal));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : files(".java", path -> true)) {
            if (!Files.exists(file.resolveSibling("package-info.java"))) {
                silent.add(ROOT.relativize(file.getParent()));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noMapperPastesTextIntoSql() throws IOException {
        assertThat(containing(
                        files("Mapper.xml", path -> !PASTING_MAPPERS.contains(path)), Pattern.compile("\\$\\{")))
                .isEmpty();
    }

    @Test
    void noTemplateWritesUnescapedText() throws IOException {
        assertThat(containing(files(".html", path -> true), Pattern.compile("th:utext|\\[\\([$*]|th:inline")))
                .isEmpty();
    }

    /** The content security policy would refuse it, and a resident's text could hide in it. */
    @Test
    void noPageHasInlineScriptOrStyle() throws IOException {
        Pattern inline = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>|<style\\b|\\sstyle=|\\sth:style|\\son[a-z]+=|\\sth:on|"
                + "\\shx-on|javascript:");
        assertThat(containing(files(".html", path -> true), inline)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|@author");
        assertThat(containing(files("", path -> path.matches(".*\\.(java|xml|html|sql|yml|properties|js|css)")), later))
                .isEmpty();
    }

    /** Of two lines with one key the later one wins, and whoever changes the other wonders. */
    @Test
    void noTextHasItsKeyTwice() throws IOException {
        Set<String> keys = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Path file : files("texts.properties", path -> true)) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !keys.add(key))
                    .forEach(twice::add);
        }
        assertThat(twice).isEmpty();
    }

    private static List<String> containing(List<Path> files, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            pattern.matcher(Files.readString(file))
                    .results()
                    .forEach(result -> found.add(ROOT.relativize(file) + ": " + result.group()));
        }
        return found;
    }

    private static List<Path> files(String ending, Predicate<String> wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : MAIN) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(ending))
                        .filter(file -> wanted.test(ROOT.relativize(file).toString().replace('\\', '/')))
                        .forEach(files::add);
            }
        }
        return files;
    }
}

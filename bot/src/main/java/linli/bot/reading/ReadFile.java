package linli.bot.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import linli.bot.corpus.StaffNames;
import linli.bot.learn.LinearModel;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Span;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Utterance;
import linli.bot.thread.Action;
import linli.bot.thread.ReaderModel;
import linli.bot.thread.Said;
import linli.bot.thread.ThreadReader;
import linli.bot.thread.ThreadReading;
import linli.bot.thread.ThreadState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads messages from a file, one JSON object a line, and writes one JSON line for each to standard output: {@code id,
 * intent, category, urgency, spans, ticket}, and how sure the reader was: {@code action, request, danger, level}. Lines of another kind than {@code message} are skipped. Only here staff are
 * guessed from the nickname; in the bot the member table says who they are.
 */
public final class ReadFile {

    private static final Pattern GROUP_WORDS = Pattern.compile("(业主|邻里|居民|住户|交流|互助|通知|大)*群?[0-9一二三四五六七八九十]*(号)?群?$");

    private final Parser parser;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ThreadReader reader;
    private final Map<String, ThreadState> states = new HashMap<>();
    private int opened;

    ReadFile(Parser parser, LinearModel model) {
        this.parser = parser;
        this.reader = new ThreadReader(parser, model);
    }

    /** Arguments: the lexicon's folder, the file. Exit code 2 says that either could not be read. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (arguments.length < 2 || !Files.isReadable(Path.of(arguments[1]))) {
            err.println("usage: read FILE.jsonl - " + (arguments.length >= 2 ? arguments[1] + " cannot be read" : "one file"));
            System.exit(2);
        }
        try {
            LinearModel model = arguments.length > 2 ? ReaderModel.read(Path.of(arguments[2])) : ReaderModel.builtIn();
            new ReadFile(new Parser(Lexicon.read(Path.of(arguments[0]))), model).read(Path.of(arguments[1]), out);
        } catch (IllegalArgumentException e) {
            out.flush();
            err.println(e.getMessage());
            System.exit(2);
        }
        out.flush();
    }

    void read(Path file, PrintStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    readLine(file, number, line, out);
                }
            }
        }
    }

    private void readLine(Path file, int number, String line, PrintStream out) {
        try {
            JsonNode node = json.readTree(line);
            if (node.path("kind").asString("message").equals("message")) {
                out.println(json.writeValueAsString(read(Message.of(node))));
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(file.getFileName() + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    ObjectNode read(Message message) {
        Said said = new Said(message.speaker(), message.nick(), StaffNames.suggests(message.nick()), buildingOf(message.group()),
                message.time(), Utterance.text(message.text()));
        ThreadState state = states.getOrDefault(message.group(), ThreadState.EMPTY);
        ThreadReading reading = reader.read(said, state);
        String ticket = reading.action() == Action.OPEN ? message.group() + "#" + ++opened : reading.topic();
        states.put(message.group(), state.after(said, reading, ticket));

        ObjectNode result = json.createObjectNode();
        result.put("id", message.id());
        result.put("intent", reading.intent().name());
        result.put("category", reading.category() == null ? null : reading.category().name());
        result.put("urgency", reading.urgent() ? "紧急" : "一般");
        writeSpans(result.putArray("spans"), message, reading.line());
        result.put("ticket", ticket);
        result.put("action", reading.action().name());
        result.put("request", reading.request());
        result.put("danger", reading.danger());
        result.put("level", reading.line().level().name());
        return result;
    }

    /** 12栋邻里群 is bound to its building; a group of a whole 小区 is not. */
    private String buildingOf(String group) {
        List<String> buildings = parser.placeOf(group).buildings();
        return buildings.size() == 1 ? buildings.get(0) : null;
    }

    private static void writeSpans(ArrayNode spans, Message message, Understanding read) {
        for (Span span : read.spans()) {
            write(spans, span.label().name().toLowerCase(Locale.ROOT), span.start(), span.end(), span.text());
        }
        // Groups are named after their 小区; a community's own gazetteer knows it without that.
        String estate = GROUP_WORDS.matcher(message.group()).replaceFirst("");
        int at = estate.length() < 3 ? -1 : message.text().indexOf(estate);
        if (at >= 0) {
            write(spans, "place", at, at + estate.length(), estate);
        }
    }

    private static void write(ArrayNode spans, String label, int start, int end, String text) {
        spans.addObject().put("label", label).put("start", start).put("end", end).put("text", text);
    }
}

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
import java.util.Map;
import java.util.regex.Pattern;
import linli.bot.parsing.Category;
import linli.bot.parsing.Context;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Level;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.parsing.Place;
import linli.bot.parsing.Span;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;
import linli.bot.parsing.Utterance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads messages from a file, one JSON object a line, and writes one JSON line for each to standard output: {@code id,
 * intent, category, urgency, spans, ticket}. Lines of another kind than {@code message} are skipped. Only here staff are
 * guessed from the nickname; in the bot the member table says who they are.
 */
public final class ReadFile {

    private static final Pattern STAFF = Pattern.compile("物业|管家|客服|社区|网格|居委|保安|秩序|工程部|维修|物管|书记|楼管|前台|项目经理");
    private static final Pattern GROUP_WORDS = Pattern.compile("(业主|邻里|居民|住户|交流|互助|通知|大)*群?[0-9一二三四五六七八九十]*(号)?群?$");

    private final Parser parser;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ThreadMemory memory = new ThreadMemory();
    private final Map<String, Place> nicknames = new HashMap<>();

    ReadFile(Parser parser) {
        this.parser = parser;
    }

    /** Arguments: the lexicon's folder, the file. Exit code 2 says that either could not be read. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (arguments.length != 2 || !Files.isReadable(Path.of(arguments[1]))) {
            err.println("usage: read FILE.jsonl - " + (arguments.length == 2 ? arguments[1] + " cannot be read" : "one file"));
            System.exit(2);
        }
        try {
            new ReadFile(new Parser(Lexicon.read(Path.of(arguments[0])))).read(Path.of(arguments[1]), out);
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
        boolean staff = STAFF.matcher(message.nick()).find();
        ThreadMemory.Open current = memory.current(message.group(), message.time());
        Place nickname = staff ? Place.NOWHERE : nicknames.computeIfAbsent(message.nick(), parser::placeOf);
        Context context = new Context(buildingOf(message.group()), staff, nickname, current == null ? null : current.category());
        Understanding read = parser.understand(Utterance.text(message.text()), context);
        ThreadMemory.Open ticket = memory.assign(message, read);

        ObjectNode result = json.createObjectNode();
        result.put("id", message.id());
        result.put("intent", intent(read, ticket).name());
        Category category = category(read, ticket);
        result.put("category", category == null ? null : category.name());
        result.put("urgency", read.troubles().stream().anyMatch(Trouble::urgent) && read.level() != Level.CHAT ? "紧急" : "一般");
        writeSpans(result.putArray("spans"), message, read);
        result.put("ticket", ticket == null ? null : ticket.id());
        return result;
    }

    /** 12栋邻里群 is bound to its building; a group of a whole 小区 is not. */
    private String buildingOf(String group) {
        List<String> buildings = parser.placeOf(group).buildings();
        return buildings.size() == 1 ? buildings.get(0) : null;
    }

    /** A line that adds to a ticket reports or asks what the ticket is about. */
    private static Intent intent(Understanding read, ThreadMemory.Open ticket) {
        if (ticket == null || read.level() != Level.CHAT || read.intent() != Intent.CHAT) {
            return read.intent();
        }
        FollowUp followUp = read.followUp();
        if (followUp == FollowUp.ASK) {
            return Intent.CONSULT;
        }
        return followUp == FollowUp.SAME || followUp == FollowUp.AGAIN || followUp == FollowUp.MORE ? Intent.REPORT : Intent.CHAT;
    }

    private static Category category(Understanding read, ThreadMemory.Open ticket) {
        if (read.level() != Level.CHAT) {
            return read.troubles().get(0).category();
        }
        if (ticket != null) {
            return ticket.category();
        }
        boolean says = read.intent() == Intent.NOTICE && !read.troubles().isEmpty();
        return says ? read.troubles().get(0).category() : null;
    }

    private static void writeSpans(ArrayNode spans, Message message, Understanding read) {
        for (Span span : read.spans()) {
            write(spans, span.label().name().toLowerCase(java.util.Locale.ROOT), span.start(), span.end(), span.text());
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

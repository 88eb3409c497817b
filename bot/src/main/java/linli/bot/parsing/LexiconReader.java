package linli.bot.parsing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the tables of {@code config/lexicon} into words with roles. */
final class LexiconReader {

    private static final String[] KIND_COLUMNS = {
        "key", "category", "intent", "level", "thing", "matter", "urgency", "urgent", "restricted", "bound", "reply",
        "objects", "faults", "phrases", "vetoes"
    };

    private final Path folder;
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final TreeMap<String, List<Role>> words = new TreeMap<>();
    private int patterns;

    LexiconReader(Path folder) {
        this.folder = folder;
    }

    void readAll() {
        readGroups();
        readKinds("emergencies.csv", true);
        readKinds("kinds.csv", false);
        for (CsvFile.Row row : table("signs.csv", "sign", "words")) {
            addAll(row, "words", new Role.Says(row.choice("sign", Sign.class, null)));
        }
        for (CsvFile.Row row : table("topics.csv", "category", "words")) {
            addAll(row, "words", new Role.Topic(row.choice("category", Category.class, null)));
        }
        for (CsvFile.Row row : table("commands.csv", "verb", "words")) {
            addAll(row, "words", new Role.Orders(row.choice("verb", Command.Verb.class, null)));
        }
        readPlaces();
        for (String line : CsvFile.linesOf(folder.resolve("decoys.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                for (String word : line.split("\\|")) {
                    addWord(word.strip(), new Role.Decoy());
                }
            }
        }
    }

    Map<String, Kind> kinds() {
        return kinds;
    }

    TreeMap<String, List<Role>> words() {
        return words;
    }

    int patterns() {
        return patterns;
    }

    private List<CsvFile.Row> table(String file, String... columns) {
        return CsvFile.read(folder.resolve(file), columns).rows();
    }

    private void readGroups() {
        for (CsvFile.Row row : table("groups.csv", "group", "words")) {
            groups.put("@" + row.required("group"), row.words("words"));
        }
    }

    private void readKinds(String file, boolean emergency) {
        for (CsvFile.Row row : table(file, KIND_COLUMNS)) {
            Kind kind = kind(row, emergency);
            if (kinds.put(kind.key(), kind) != null) {
                throw row.wrong("key", kind.key() + " stands twice");
            }
            addAll(row, "objects", new Role.ObjectOf(kind));
            addAll(row, "faults", new Role.FaultOf(kind));
            addAll(row, "vetoes", new Role.VetoOf(kind));
            for (String phrase : expanded(row, "phrases")) {
                addParts(row, "phrases", phrase, new Role.PhraseOf(kind));
            }
            if (row.words("objects").isEmpty() != row.words("faults").isEmpty()) {
                throw row.wrong("faults", "objects and faults need one another; words that suffice alone go to phrases");
            }
        }
    }

    private Kind kind(CsvFile.Row row, boolean emergency) {
        String matter = row.required("matter");
        String reply = row.text("reply");
        return new Kind(
                row.required("key"),
                row.choice("category", Category.class, null),
                row.choice("intent", Intent.class, Intent.REPORT),
                row.choice("level", Level.class, emergency ? Level.EMERGENCY : Level.TICKET),
                row.text("thing").isEmpty() ? matter : row.text("thing"),
                matter,
                row.choice("urgency", Urgency.class, emergency ? Urgency.P0 : Urgency.P2),
                emergency || row.flag("urgent"),
                row.flag("restricted"),
                row.flag("bound"),
                reply.isEmpty() ? "registered" : reply,
                emergency,
                kinds.size());
    }

    private void readPlaces() {
        for (CsvFile.Row row : table("places.csv", "name", "label", "inside", "aliases")) {
            boolean inBuilding = switch (row.required("inside")) {
                case "building" -> true;
                case "community" -> false;
                default -> throw row.wrong("inside", "must be building or community but is " + row.text("inside"));
            };
            Role.Spot spot = new Role.Spot(row.required("name"), row.choice("label", Span.Label.class, Span.Label.ROAD), inBuilding);
            addWord(row.required("name"), spot);
            addAll(row, "aliases", spot);
        }
    }

    private void addAll(CsvFile.Row row, String column, Role role) {
        for (String word : expanded(row, column)) {
            if (word.indexOf('…') >= 0) {
                addParts(row, column, word, role);
            } else {
                addWord(word, role);
            }
        }
    }

    private void addParts(CsvFile.Row row, String column, String phrase, Role meaning) {
        String[] parts = phrase.split("…");
        if (parts.length == 1 && !phrase.startsWith("@")) {
            addWord(phrase, meaning);
            return;
        }
        Role.Pattern pattern = new Role.Pattern(patterns++, parts.length, meaning);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isBlank()) {
                throw row.wrong(column, "'" + phrase + "' has nothing before or after …");
            }
            Role part = new Role.PartOf(pattern, i);
            String word = parts[i].strip();
            List<String> group = word.startsWith("@") ? groupOf(row, column, word) : List.of(word);
            group.forEach(each -> addWord(each, part));
        }
    }

    private void addWord(String word, Role role) {
        if (!word.isEmpty()) {
            words.computeIfAbsent(Line.foldWord(word), w -> new ArrayList<>()).add(role);
        }
    }

    private List<String> expanded(CsvFile.Row row, String column) {
        List<String> all = new ArrayList<>();
        for (String word : row.words(column)) {
            if (word.startsWith("@") && word.indexOf('…') < 0) {
                all.addAll(groupOf(row, column, word));
            } else {
                all.add(word);
            }
        }
        return all;
    }

    private List<String> groupOf(CsvFile.Row row, String column, String name) {
        List<String> group = groups.get(name);
        if (group == null) {
            throw row.wrong(column, name + " is no group of groups.csv");
        }
        return group;
    }
}

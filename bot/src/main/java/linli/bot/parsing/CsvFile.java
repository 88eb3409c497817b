package linli.bot.parsing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table of {@code config/lexicon}: a head row, {@code #} before comments, {@code |} between the words of a cell. */
final class CsvFile {

    private final String name;
    private final List<Row> rows;

    private CsvFile(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    static CsvFile read(Path file, String... columns) {
        String name = file.getFileName().toString();
        List<Row> rows = new ArrayList<>();
        List<String> head = null;
        List<String> lines = linesOf(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i == 0 && line.startsWith("\uFEFF")) {
                // Spreadsheet programs put a byte order mark before the text.
                line = line.substring(1);
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (head == null) {
                head = requireHead(name, i + 1, cells, columns);
            } else {
                rows.add(row(name, i + 1, head, cells));
            }
        }
        if (head == null) {
            throw new IllegalArgumentException(name + ", line 1: the head row " + String.join(",", columns) + " is missing");
        }
        return new CsvFile(name, rows);
    }

    List<Row> rows() {
        return rows;
    }

    static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file.getFileName() + ": is not UTF-8; save it as CSV UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + ": cannot be read", e);
        }
    }

    private static List<String> requireHead(String name, int line, List<String> cells, String[] columns) {
        if (!cells.equals(Arrays.asList(columns))) {
            throw new IllegalArgumentException(
                    name + ", line " + line + ": the head row must be " + String.join(",", columns) + " but is " + String.join(",", cells));
        }
        return cells;
    }

    private static Row row(String name, int line, List<String> head, List<String> cells) {
        if (cells.size() > head.size()) {
            throw new IllegalArgumentException(
                    name + ", line " + line + ", column " + (head.size() + 1) + ": one cell too many; put words between | and not commas");
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            byColumn.put(head.get(i), i < cells.size() ? cells.get(i).strip() : "");
        }
        return new Row(name, line, byColumn);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One row; every getter names file, line and column when the cell is wrong. */
    record Row(String file, int line, Map<String, String> cells) {

        String text(String column) {
            return cells.get(column);
        }

        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw wrong(column, "is empty");
            }
            return text;
        }

        List<String> words(String column) {
            List<String> words = new ArrayList<>();
            for (String word : text(column).split("\\|")) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
            return words;
        }

        boolean flag(String column) {
            return switch (text(column)) {
                case "" , "no" -> false;
                case "yes" -> true;
                default -> throw wrong(column, "must be yes, no or empty but is " + text(column));
            };
        }

        <E extends Enum<E>> E choice(String column, Class<E> type, E otherwise) {
            String text = text(column);
            if (text.isEmpty() && otherwise != null) {
                return otherwise;
            }
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            throw wrong(column, "must be one of " + Arrays.toString(type.getEnumConstants()) + " but is '" + text + "'");
        }

        IllegalArgumentException wrong(String column, String problem) {
            return new IllegalArgumentException(file + ", line " + line + ", column " + column + ": " + problem);
        }
    }
}

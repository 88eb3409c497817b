package linli.bot.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one sheet as it streams by. Formulas are refused, since what they showed when they were saved may no longer hold. */
final class SheetHandler extends DefaultHandler {

    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 50;
    private static final int MOST_MERGED = 5_000;
    private static final int LONGEST_CELL = 2_000;

    private final String sheet;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final List<CellProblem> problems;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Map<Integer, String> cells = new HashMap<>();
    private int row;
    private CellAddress at;
    private String type;
    private boolean isDate;
    private boolean inValue;

    SheetHandler(String sheet, SharedStrings strings, StylesTable styles, List<CellProblem> problems) {
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.problems = problems;
    }

    /** The rows that hold something, merged cells filled. */
    List<SheetRow> rows() {
        merged.forEach(this::fill);
        return rows;
    }

    private void fill(CellRangeAddress range) {
        rows.stream()
                .filter(r -> r.number() - 1 == range.getFirstRow())
                .findFirst()
                .map(r -> r.cells().get(range.getFirstColumn()))
                .ifPresent(value -> rows.stream()
                        .filter(r -> r.number() - 1 >= range.getFirstRow() && r.number() - 1 <= range.getLastRow())
                        .forEach(r -> {
                            for (int c = range.getFirstColumn(); c <= Math.min(range.getLastColumn(), MOST_COLUMNS); c++) {
                                r.cells().putIfAbsent(c, value);
                            }
                        }));
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws TooMuch {
        switch (name) {
            case "row" -> {
                row = attributes.getValue("r") == null ? row + 1 : Integer.parseInt(attributes.getValue("r"));
                cells = new HashMap<>();
                at = null;
            }
            case "c" -> startCell(attributes);
            case "v", "t" -> {
                inValue = true;
                if (name.equals("v")) {
                    text.setLength(0);
                }
            }
            case "f" -> problems.add(CellProblem.at(sheet, row, column(), "setup.problem.formula"));
            case "mergeCell" -> addMerged(attributes.getValue("ref"));
            default -> { }
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        at = reference == null ? new CellAddress(row - 1, at == null ? 0 : at.getColumn() + 1) : new CellAddress(reference);
        type = attributes.getValue("t");
        isDate = isNumber() && isDateStyle(attributes.getValue("s"));
        text.setLength(0);
    }

    private boolean isDateStyle(String index) {
        if (index == null || styles == null || styles.getNumCellStyles() <= Integer.parseInt(index)) {
            return false;
        }
        XSSFCellStyle style = styles.getStyleAt(Integer.parseInt(index));
        return DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString());
    }

    private void addMerged(String reference) throws TooMuch {
        if (reference == null) {
            throw new IllegalArgumentException("merged cells without a place");
        }
        if (merged.size() >= MOST_MERGED) {
            throw new TooMuch(CellProblem.at(sheet, 0, "", "setup.problem.merged"));
        }
        merged.add(CellRangeAddress.valueOf(reference));
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inValue && text.length() <= LONGEST_CELL) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws TooMuch {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> { }
        }
    }

    private void endCell() {
        if (at.getColumn() >= MOST_COLUMNS) {
            return;
        }
        String value = value().replace('\u3000', ' ').strip();
        if (value.length() > LONGEST_CELL) {
            problems.add(CellProblem.at(sheet, row, column(), "setup.problem.long", String.valueOf(LONGEST_CELL)));
        } else if (isDate && !value.isEmpty()) {
            problems.add(CellProblem.at(sheet, row, column(), "setup.problem.date"));
            cells.put(at.getColumn(), value);
        } else if ("e".equals(type)) {
            problems.add(CellProblem.at(sheet, row, column(), "setup.problem.error"));
        } else if (!value.isEmpty()) {
            cells.put(at.getColumn(), value);
        }
    }

    private String value() {
        if ("s".equals(type) && !text.isEmpty()) {
            return strings.getItemAt(Integer.parseInt(text.toString().strip())).getString();
        }
        return isNumber() ? number(text.toString().strip()) : text.toString();
    }

    private boolean isNumber() {
        return type == null || type.equals("n");
    }

    /** 12.0 is 12, and 1.2E1 too. */
    private static String number(String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw);
        return Math.abs(number.scale()) > 30 ? raw : number.stripTrailingZeros().toPlainString();
    }

    private void endRow() throws TooMuch {
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() > MOST_ROWS) {
            throw new TooMuch(CellProblem.at(sheet, 0, "", "setup.problem.rows", String.format("%,d", MOST_ROWS)));
        }
        rows.add(new SheetRow(row, cells));
    }

    /** The heading of the cell's column as the first row has it, else its letter. */
    private String column() {
        if (at == null) {
            throw new IllegalArgumentException("a formula outside of a cell");
        }
        String letter = CellReference.convertNumToColString(at.getColumn());
        String heading = rows.isEmpty() ? null : rows.get(0).cells().get(at.getColumn());
        return heading == null ? letter : heading;
    }
}

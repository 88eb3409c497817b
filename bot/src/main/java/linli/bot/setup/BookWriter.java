package linli.bot.setup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import linli.bot.text.Texts;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the spreadsheet that {@link Imports} reads; the same rows give the same bytes. */
final class BookWriter {

    private static final int COLUMN_WIDTH = 18 * 256;
    private static final int WIDE = 60 * 256;
    private static final LocalDateTime FIRST_ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle text = book.createCellStyle();
    private final CellStyle heading = book.createCellStyle();

    private BookWriter() {
        // As text, else a spreadsheet program turns 12-1 into a date.
        text.setDataFormat(book.createDataFormat().getFormat("@"));
        Font bold = book.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setDataFormat(text.getDataFormat());
    }

    static void write(Map<Sheet, List<List<String>>> rows, OutputStream out) {
        try {
            BookWriter writer = new BookWriter();
            for (Sheet sheet : Sheet.values()) {
                writer.add(sheet, rows.getOrDefault(sheet, List.of()));
            }
            writer.addManual();
            writer.book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.book.write(bytes);
            writer.book.close();
            copyWithoutTimes(bytes.toByteArray(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** POI stamps every part of the archive with the time of writing. */
    private static void copyWithoutTimes(byte[] archive, OutputStream out) throws IOException {
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream copy = new ZipOutputStream(out);
        for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
            ZipEntry timeless = new ZipEntry(part.getName());
            timeless.setTimeLocal(FIRST_ZIP_TIME);
            copy.putNextEntry(timeless);
            in.transferTo(copy);
        }
        copy.finish();
    }

    private void add(Sheet sheet, List<List<String>> rows) {
        XSSFSheet page = book.createSheet(Texts.label(sheet));
        Row first = page.createRow(0);
        for (int c = 0; c < sheet.columns().size(); c++) {
            page.setColumnWidth(c, sheet.columns().get(c) == Column.ANSWER ? WIDE : COLUMN_WIDTH);
            page.setDefaultColumnStyle(c, text);
            put(first, c, Texts.label(sheet.columns().get(c)), heading);
        }
        page.createFreezePane(0, 1);
        for (int r = 0; r < rows.size(); r++) {
            Row row = page.createRow(r + 1);
            for (int c = 0; c < rows.get(r).size(); c++) {
                put(row, c, rows.get(r).get(c), text);
            }
        }
    }

    /** A sheet that is not read: what belongs in every column. */
    private void addManual() {
        XSSFSheet page = book.createSheet(Texts.of("setup.manual"));
        page.setColumnWidth(0, COLUMN_WIDTH);
        page.setColumnWidth(1, COLUMN_WIDTH);
        page.setColumnWidth(2, WIDE);
        int r = 0;
        for (Sheet sheet : Sheet.values()) {
            for (Column column : sheet.columns()) {
                Row row = page.createRow(r++);
                put(row, 0, Texts.label(sheet), text);
                put(row, 1, Texts.label(column), text);
                put(row, 2, Texts.of("setup.manual." + column.name()), text);
            }
        }
    }

    private static void put(Row row, int column, String value, CellStyle style) {
        if (value != null && !value.isEmpty()) {
            Cell cell = row.createCell(column);
            cell.setCellValue(value);
            cell.setCellStyle(style);
        }
    }
}

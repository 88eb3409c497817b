package linli.bot.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import linli.bot.text.Texts;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a spreadsheet as it streams by, so that a file meant to fill the memory only fills a line of the report. Links to
 * other files and document type declarations are never followed.
 */
final class WorkbookReader {

    static final long MOST_BYTES = 10L << 20;
    private static final long MOST_INFLATED = 40L << 20;

    private static final Logger log = LoggerFactory.getLogger(WorkbookReader.class);

    static {
        // POI knows these limits for the whole process; nothing else here reads office files.
        ZipSecureFile.setMaxEntrySize(MOST_INFLATED);
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxFileCount(200);
    }

    private final List<CellProblem> problems = new ArrayList<>();
    private final Map<Sheet, List<SheetRow>> sheets = new EnumMap<>(Sheet.class);

    /**
     * What the file holds.
     *
     * @param sheets the rows of every sheet that was found, the heading first
     */
    record Book(Map<Sheet, List<SheetRow>> sheets, List<CellProblem> problems) {}

    static Book read(Path file) {
        WorkbookReader reader = new WorkbookReader();
        reader.readAll(file);
        return new Book(reader.sheets, reader.problems);
    }

    private void readAll(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(CellProblem.ofFile("setup.problem.size", String.valueOf(MOST_BYTES >> 20)));
                return;
            }
            try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                readSheets(archive);
            }
        } catch (TooMuch e) {
            problems.add(e.problem());
        } catch (SAXException | OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | RecordFormatException
                | UnsupportedFileFormatException | ParserConfigurationException e) {
            refuse(e);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // What POI throws at a file that was made to hurt; a broken disk would show here too, and in the log.
            refuse(e);
        }
    }

    private void refuse(Exception e) {
        String why = String.valueOf(e.getMessage());
        log.info("A spreadsheet was refused: {}", why);
        boolean bomb = why.contains("Zip bomb") || why.contains("too large") || why.contains("exceeds the max") || why.contains("maximum");
        boolean declares = why.contains("DOCTYPE");
        problems.add(CellProblem.ofFile(bomb ? "setup.problem.bomb" : declares ? "setup.problem.doctype" : "setup.problem.file"));
    }

    private void readSheets(OPCPackage archive) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader workbook = new XSSFReader(archive);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(archive, false);
        StylesTable styles = workbook.getStylesTable();
        XSSFReader.SheetIterator found = (XSSFReader.SheetIterator) workbook.getSheetsData();
        while (found.hasNext()) {
            try (InputStream content = found.next()) {
                Sheet sheet = sheetNamed(found.getSheetName().strip());
                if (sheet != null) {
                    SheetHandler handler = new SheetHandler(Texts.label(sheet), strings, styles, problems);
                    parser(handler).parse(new InputSource(content));
                    sheets.put(sheet, handler.rows());
                }
            }
        }
    }

    private static Sheet sheetNamed(String name) {
        return Arrays.stream(Sheet.values()).filter(sheet -> Texts.label(sheet).equals(name)).findFirst().orElse(null);
    }

    private static XMLReader parser(SheetHandler handler) throws SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parser.setContentHandler(handler);
        return parser;
    }
}

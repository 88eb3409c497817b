package linli.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import linli.bot.community.Areas;
import linli.bot.staff.Actor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Every bad spreadsheet ends in a clear sentence, and none of it stays. */
@SpringBootTest
class ImportsTests {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Areas areas;

    @Test
    void aFormulaIsNamedByItsPlace() throws IOException {
        assertRefused(book(b -> cell(b, "区域", 3, 5).setCellFormula("1+1")), "“区域”表第 4 行“户数”列：这一格是公式。请复制后“选择性粘贴为数值”，再上传。");
    }

    @Test
    void aMissingHeadingIsNamed() throws IOException {
        assertRefused(book(b -> cell(b, "人员", 0, 3).setCellValue("职务")),
                "“人员”表第 1 行“职务”列：不认识这一列。这张表的列是：账号、姓名、昵称、角色、网格编码、单位编码；自己用的列请以“备注”开头。",
                "“人员”表第 1 行“角色”列：缺少这一列。请在模板上填写，不要删除或改名列标题。");
    }

    @Test
    void aMissingSheetIsNamed() throws IOException {
        assertRefused(book(b -> b.removeSheetAt(b.getSheetIndex("值班"))), "“值班”表：缺少这张工作表。请在模板上填写，不要删除或改名工作表。");
    }

    @Test
    void everyErrorIsToldAtOnce() throws IOException {
        assertRefused(
                book(b -> {
                    cell(b, "区域", 20, 0).setCellValue("B1");
                    cell(b, "区域", 21, 4).setCellValue("G9");
                    cell(b, "群", 8, 3).setCellValue("nobody");
                    cell(b, "人员", 2, 3).setCellValue("网格员、厨师");
                    cell(b, "权责", 1, 4).setCellValue("很快");
                    cell(b, "值班", 1, 0).setCellValue("周八");
                }),
                "“区域”表第 21 行“编码”列：“B1”和第 9 行重复了，每个只能有一行。",
                "“区域”表第 22 行“上级编码”列：“G9”不能作为楼栋的上级，请填一个网格的编码。",
                "“群”表第 20 行“区域编码”列：“B13”没有在表里定义，请核对编码或账号。",
                "“群”表第 9 行“群主账号”列：“nobody”没有在表里定义，请核对编码或账号。",
                "“人员”表第 3 行“角色”列：“厨师”不认识，请填：网格员、社区前台、公告员、审核员、承办单位、街道领导、管理员、审计。",
                "“权责”表第 2 行“响应分钟”列：“很快”不是 1 到 1000000 之间的整数。",
                "“值班”表第 2 行“星期”列：“周八”不认识，请填：每天、周一、周二、周三、周四、周五、周六、周日。");
    }

    @Test
    void aDateInPlaceOfANumberIsExplained() throws IOException {
        assertRefused(
                book(b -> {
                    var style = b.createCellStyle();
                    style.setDataFormat(b.createDataFormat().getFormat("m月d日"));
                    Cell cell = cell(b, "区域", 10, 3);
                    cell.setCellStyle(style);
                    cell.setCellValue(46000);
                }),
                "“区域”表第 11 行“编号”列：这一格被表格软件当成了日期。请把格式改为“文本”后重新填写。");
    }

    @Test
    void mergedCellsFullWidthFiguresAndNumbersAreUnderstood() throws IOException {
        Path file = book(b -> {
            cell(b, "区域", 8, 3).setCellValue("１");
            cell(b, "区域", 9, 3).setCellValue(2.0);
            cell(b, "区域", 8, 4).setCellValue("Ｇ1");
            for (int r = 9; r < 17; r++) {
                b.getSheet("区域").getRow(r).removeCell(cell(b, "区域", r, 4));
            }
            b.getSheet("区域").addMergedRegion(new CellRangeAddress(8, 16, 4, 4));
        });
        assertThat(imports.preview(file, Actor.SYSTEM).problems()).isEmpty();
    }

    @Test
    void aMillionRowsAreNotLoaded() throws IOException {
        assertRefused(
                replaced("xl/worksheets/sheet1.xml", (in, out) -> {
                    out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".getBytes(StandardCharsets.UTF_8));
                    for (int i = 1; i <= 1_000_000; i++) {
                        out.write(("<row r=\"" + i + "\"><c><v>" + i * 7919L % 1_000_003 + "</v></c></row>").getBytes(StandardCharsets.UTF_8));
                    }
                    out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                }),
                "“区域”表：超过 20,000 行，没有读取。请删掉多余的行后再上传。");
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        for (String part : new String[] {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"}) {
            assertRefused(
                    replaced(part, (in, out) -> {
                        int middle = betweenTags(in);
                        out.write(in, 0, middle);
                        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                        for (int i = 0; i < 200; i++) {
                            out.write(blanks);
                        }
                        out.write(in, middle, in.length - middle);
                    }),
                    "文件解压后大得不正常，没有读取。请下载模板，把内容复制进去再上传。");
        }
    }

    private static int betweenTags(byte[] xml) {
        int at = xml.length / 2;
        while (xml[at - 1] != '>') {
            at++;
        }
        return at;
    }

    @Test
    void entitiesAreNeverResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        for (String part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"}) {
            ImportReport report = imports.preview(
                    replaced(part, (in, out) -> out.write(new String(in, StandardCharsets.UTF_8)
                            .replaceFirst("\\?>\\s*", "?>" + doctype.replace("\\", "\\\\")).replaceFirst("(<t[^>]*>)[^<]*", "$1&e;").getBytes(StandardCharsets.UTF_8))),
                    Actor.SYSTEM);
            assertThat(report.isClean()).as(part).isFalse();
            assertThat(report.problems().toString()).contains("没有读取").doesNotContain("geheim");
        }
    }

    @Test
    void aSheetThatIsNoSheetInsideIsRefusedLikeAnyOtherFile() throws IOException {
        String head = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        for (String inside : List.of("<row><f>1</f></row></sheetData>", "<row></c></row></sheetData>", "</sheetData><mergeCells><mergeCell/></mergeCells>")) {
            assertRefused(
                    replaced("xl/worksheets/sheet1.xml", (in, out) -> out.write((head + inside + "</worksheet>").getBytes(StandardCharsets.UTF_8))),
                    "这不是能读的 .xlsx 文件。请用表格软件另存为“Excel 工作簿（.xlsx）”后再上传；加了密码的请先去掉密码。");
        }
    }

    @Test
    void whatIsNoSpreadsheetIsSaid() throws IOException {
        assertRefused(Files.writeString(folder.resolve("a.xlsx"), "编码,类型"), "这不是能读的 .xlsx 文件。请用表格软件另存为“Excel 工作簿（.xlsx）”后再上传；加了密码的请先去掉密码。");
        assertRefused(Files.write(folder.resolve("b.xlsx"), new byte[0]), "这不是能读的 .xlsx 文件。请用表格软件另存为“Excel 工作簿（.xlsx）”后再上传；加了密码的请先去掉密码。");
        assertRefused(Files.write(folder.resolve("c.xlsx"), new byte[11 << 20]), "文件超过 10 MB。请删掉图片和无关的工作表后再上传。");
    }

    @Test
    void theTemplateAsksForACommunityAndAnAdministrator() throws IOException {
        Path file = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            imports.template(out);
        }
        assertRefused(file, "“区域”表“类型”列：应当有且只有一个社区，现在有 0 个。");
    }

    @Test
    void aPreviewLeavesNothingBehind() throws IOException {
        ImportReport report = imports.preview(book(b -> { }), Actor.SYSTEM);

        assertThat(report.isClean()).isTrue();
        assertThat(report.counts()).extracting(SheetCount::added).containsExactly(61, 6, 30, 61, 21, 21, 12);
        assertThat(areas.isEmpty()).isTrue();
    }

    private void assertRefused(Path file, String... sentences) {
        ImportReport report = imports.apply(file, Actor.SYSTEM);
        assertThat(report.problems()).extracting(CellProblem::toString).containsExactlyInAnyOrder(sentences);
        assertThat(report.counts()).isEmpty();
        assertThat(areas.isEmpty()).isTrue();
    }

    private static Cell cell(XSSFWorkbook book, String sheet, int row, int column) {
        return book.getSheet(sheet).getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The sample with something changed. */
    private Path book(Consumer<XSSFWorkbook> change) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(SampleCommunity.write()));
                OutputStream out = Files.newOutputStream(file)) {
            change.accept(book);
            book.write(out);
        }
        return file;
    }

    @FunctionalInterface
    private interface Rewriter {
        void write(byte[] part, OutputStream out) throws IOException;
    }

    /** The sample with one part of the archive written anew. */
    private Path replaced(String part, Rewriter rewriter) throws IOException {
        Path file = Files.createTempFile(folder, "part", ".xlsx");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(SampleCommunity.write()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    rewriter.write(bytes, out);
                } else {
                    out.write(bytes);
                }
            }
        }
        return file;
    }
}

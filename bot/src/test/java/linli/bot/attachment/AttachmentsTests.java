package linli.bot.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may go out beside a text is decided by its bytes. */
@SpringBootTest
class AttachmentsTests {

    private static final Actor CLERK = new Actor("gonggao1", "苏婷", 1L, Set.of(Role.CLERK), null, null);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcTemplate jdbc;

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNameThatClaimsSomethingElseIsMended() {
        assertThat(attachments.addFile("停水区域.pdf", PNG, CLERK).name()).isEqualTo("停水区域.pdf.png");
        assertThat(attachments.addFile("C:\\照片\\a.PNG", PNG, CLERK).name()).isEqualTo("a.PNG");
        assertThat(attachments.addFile("../../etc/pass\nwd", ascii("%PDF-1.7 abc"), CLERK).name()).isEqualTo("passwd.pdf");
        assertThat(attachments.addFile("一张\u202Egnp.exe", PNG, CLERK).name()).isEqualTo("一张gnp.exe.png");
    }

    @Test
    void documentsAreToldFromWhatRuns() {
        assertThat(attachments.addFile("通知.docx", zip("[Content_Types].xml", "word/document.xml"), CLERK).kind()).isEqualTo(AttachmentKind.FILE);
        assertThat(attachments.addFile("名单.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), CLERK).name()).isEqualTo("名单.xlsx");
        assertThat(attachments.addFile("说明", ascii("停水说明\n请储水"), CLERK).name()).isEqualTo("说明.txt");
        for (byte[] bad : List.of(
                ascii("MZ\u0000\u0001abcdef"), ascii("<html><script>1</script>"), ascii("<svg onload=alert(1)>"), ascii("#!/bin/sh\nrm -rf /"),
                zip("a.exe"), zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), new byte[] {0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0})) {
            assertThatThrownBy(() -> attachments.addFile("通知.pdf", bad, CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("“通知.pdf”不能发");
        }
        assertThatThrownBy(() -> attachments.addFile("空.png", new byte[0], CLERK)).hasMessageContaining("是空的");
    }

    @Test
    void aLongNameIsCutBetweenCharactersAndKeepsItsEnding() {
        String name = attachments.addFile("停".repeat(55) + "💧".repeat(20) + ".png", PNG, CLERK).name();

        assertThat(name).endsWith(".png").doesNotContain("?", "\uFFFD");
        assertThat(name.length()).isLessThanOrEqualTo(60);
    }

    @Test
    void weComsLimitsAreKept() {
        byte[] large = new byte[Attachments.IMAGE_BYTES + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        assertThatThrownBy(() -> attachments.addFile("大.png", large, CLERK)).hasMessageContaining("10.0 MB，企业微信的图片最大 10 MB");
    }

    @Test
    void onlyTheWebIsLinkedTo() {
        assertThat(attachments.addLink("停水区域图", "https://example.cn/a?b=1", "", CLERK).url()).isEqualTo("https://example.cn/a?b=1");
        for (String bad : List.of("javascript:alert(1)", "//example.cn", "http://", "data:text/html,1", "https://user:pw@example.cn/", "看这里")) {
            assertThatThrownBy(() -> attachments.addLink("图", bad, "", CLERK)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> attachments.addLink(" ", "https://example.cn", "", CLERK)).hasMessageContaining("标题");
    }

    @Test
    void whatNoFormKeptIsDroppedAfterADayAndBytesAfterHalfAYear() {
        long loose = attachments.addFile("a.png", PNG, CLERK).id();
        long kept = attachments.addFile("b.png", PNG, CLERK).id();
        attachments.keep(List.of(kept));
        jdbc.update("update attachment set added_at = added_at - interval '2 days' where id in (?, ?)", loose, kept);
        attachments.forget();
        assertThat(attachments.get(List.of(loose, kept))).extracting(Attachment::id).containsExactly(kept);
        assertThat(attachments.content(kept)).isEqualTo(PNG);

        jdbc.update("update attachment set kept_at = kept_at - interval '181 days' where id = ?", kept);
        attachments.forget();
        assertThat(attachments.get(List.of(kept))).extracting(Attachment::forgotten).containsExactly(true);
    }
}

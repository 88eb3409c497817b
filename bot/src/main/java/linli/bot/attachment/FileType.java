package linli.bot.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its bytes. Only what is listed here may be sent to residents: nothing that runs when it is opened. */
enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    TEXT("text/plain", "txt", "csv");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private final String mediaType;
    private final String[] endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isImage() {
        return this == JPEG || this == PNG;
    }

    /** The name with an ending that tells the truth: 通知.exe that is a PDF becomes 通知.exe.pdf. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith("." + ending)) {
                return name;
            }
        }
        return name + "." + endings[0];
    }

    /** @return empty for what is none of these, a document with macros among it */
    static Optional<FileType> of(byte[] bytes) {
        if (startsWith(bytes, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF)) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (startsWith(bytes, (byte) 'P', (byte) 'K', (byte) 3, (byte) 4)) {
            return office(bytes);
        }
        return isText(bytes) ? Optional.of(TEXT) : Optional.empty();
    }

    /** Names of a zip's entries stand in it as they are, so that nothing needs to be unpacked. */
    private static Optional<FileType> office(byte[] bytes) {
        if (!holds(bytes, "[Content_Types].xml") || holds(bytes, "vbaProject.bin")) {
            return Optional.empty();
        }
        if (holds(bytes, "word/document.xml")) {
            return Optional.of(DOCX);
        }
        if (holds(bytes, "xl/workbook.xml")) {
            return Optional.of(XLSX);
        }
        return holds(bytes, "ppt/presentation.xml") ? Optional.of(PPTX) : Optional.empty();
    }

    /** Words and nothing a browser or a shell would run. */
    private static boolean isText(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        boolean controls = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F);
        String head = text.stripLeading().toLowerCase(Locale.ROOT);
        return !controls && !head.startsWith("<") && !head.startsWith("#!") && !head.startsWith("\uFEFF<") && !head.startsWith("@echo");
    }

    private static boolean startsWith(byte[] bytes, byte... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (bytes[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] bytes, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from <= bytes.length - wanted.length; from++) {
            int matched = 0;
            while (matched < wanted.length && bytes[from + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }
}

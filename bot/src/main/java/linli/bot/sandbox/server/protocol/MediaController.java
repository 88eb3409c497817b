package linli.bot.sandbox.server.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import linli.bot.sandbox.server.world.Media;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code media/upload} (90253): temporary pictures and files, with WeCom's limits. */
@RestController
class MediaController {

    private static final Set<String> TYPES = Set.of("image", "voice", "video", "file");
    private static final int LEAST = 6;
    private static final int IMAGE = 10 * 1024 * 1024;
    private static final int FILE = 20 * 1024 * 1024;

    private final Media media;

    MediaController(Media media) {
        this.media = media;
    }

    @PostMapping("/cgi-bin/media/upload")
    Map<String, Object> upload(@RequestParam(defaultValue = "") String type, @RequestParam(name = "media", required = false) MultipartFile file)
            throws IOException {
        if (!TYPES.contains(type)) {
            throw new WeComError(40005, "invalid type");
        }
        if (file == null || file.isEmpty()) {
            throw new WeComError(44001, "empty media data");
        }
        byte[] content = file.getBytes();
        boolean image = type.equals("image");
        if (content.length < LEAST || content.length > (image ? IMAGE : FILE)) {
            throw image ? new WeComError(40009, "invalid image size") : new WeComError(40006, "invalid file size");
        }
        if (image && !isPicture(content)) {
            throw new WeComError(40004, "invalid media type, image takes JPG and PNG");
        }
        String name = file.getOriginalFilename();
        Media.Medium kept = media.keep(type, name == null || name.isBlank() ? type : name, content);
        return Answer.ok("type", type, "media_id", kept.id(), "created_at", String.valueOf(kept.createdAt().getEpochSecond()));
    }

    private static boolean isPicture(byte[] content) {
        boolean jpg = content[0] == (byte) 0xFF && content[1] == (byte) 0xD8;
        boolean png = content[0] == (byte) 0x89 && content[1] == 'P' && content[2] == 'N' && content[3] == 'G';
        return jpg || png;
    }
}

package linli.bot.sandbox.server.api;

import java.nio.charset.StandardCharsets;
import linli.bot.sandbox.server.world.Media;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A picture or a file of the chat, for the page; whatever else it claims to be, it is only ever downloaded. */
@RestController
class MediaApi {

    private final Media media;

    MediaApi(Media media) {
        this.media = media;
    }

    @GetMapping("/sandbox/api/media/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id) {
        return media.find(id).map(MediaApi::answer).orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(Media.Medium medium) {
        boolean image = medium.type().equals("image");
        MediaType type = !image ? MediaType.APPLICATION_OCTET_STREAM
                : medium.content()[0] == (byte) 0xFF ? MediaType.IMAGE_JPEG : MediaType.IMAGE_PNG;
        ContentDisposition disposition = (image ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(medium.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(medium.content());
    }
}

package linli.bot.attachment;

import java.time.Instant;

/**
 * A picture, a file or a link, without its bytes.
 *
 * @param name a file's name, ending as its content is; a link's title
 * @param mediaType null for a link
 * @param size in bytes; 0 for a link
 * @param forgotten whether its bytes are gone, half a year after its last use
 */
public record Attachment(
        long id, AttachmentKind kind, String name, String mediaType, int size, String url, String description, boolean forgotten, String addedBy, Instant addedAt) {

    public boolean isImage() {
        return kind == AttachmentKind.IMAGE;
    }

    public boolean isLink() {
        return kind == AttachmentKind.LINK;
    }
}

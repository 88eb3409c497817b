package linli.bot.attachment;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.audit.AuditLog;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes out beside a text. An attachment never changes: what was reviewed is what is sent. */
@Component
@Transactional
public class Attachments {

    /** Beside one text (developer.work.weixin.qq.com/document/path/92135). */
    public static final int MOST = 9;

    /** Of a temporary picture, JPG or PNG, and of a file (path/90253). */
    public static final int IMAGE_BYTES = 10 * 1024 * 1024;
    public static final int FILE_BYTES = 20 * 1024 * 1024;

    private static final int LEAST_BYTES = 6;
    private static final int NAME_CHARACTERS = 60;
    private static final int TITLE_BYTES = 128;
    private static final int DESCRIPTION_BYTES = 512;
    private static final int URL_BYTES = 2048;

    private static final Duration UNKEPT = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final AttachmentMapper mapper;
    private final AuditLog audit;
    private final CommunityClock clock;
    private final MachineClock machine;

    Attachments(AttachmentMapper mapper, AuditLog audit, CommunityClock clock, MachineClock machine) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * Takes in a picture or a file. What it is, its bytes say; its name is shown to residents and mended where it claims
     * something else.
     *
     * @throws Invalid for what WeCom would not take, or what could harm who opens it
     */
    public Attachment addFile(String filename, byte[] content, Actor actor) {
        String name = tidy(filename);
        if (content.length < LEAST_BYTES) {
            throw new Invalid("problem.attachment.empty", name);
        }
        FileType type = FileType.of(content).orElseThrow(() -> new Invalid("problem.attachment.type", name));
        if (content.length > (type.isImage() ? IMAGE_BYTES : FILE_BYTES)) {
            throw new Invalid(type.isImage() ? "problem.attachment.image" : "problem.attachment.file", name, megabytes(content.length));
        }
        long id = mapper.insert(new AttachmentMapper.NewAttachment(
                type.isImage() ? AttachmentKind.IMAGE : AttachmentKind.FILE, type.named(name), type.mediaType(), content.length, null, null,
                actor.ref()), content, clock.now());
        audit.add(actor.ref(), "attachment.added", "attachment:" + id, type.name());
        return get(List.of(id)).get(0);
    }

    /** @throws Invalid for an address that is not one of the web, or words that WeCom would cut off */
    public Attachment addLink(String title, String url, String description, Actor actor) {
        String address = url == null ? "" : url.strip();
        String words = title == null ? "" : title.strip();
        String more = description == null ? "" : description.strip();
        if (words.isEmpty() || words.getBytes(StandardCharsets.UTF_8).length > TITLE_BYTES) {
            throw new Invalid("problem.attachment.title");
        }
        if (more.getBytes(StandardCharsets.UTF_8).length > DESCRIPTION_BYTES) {
            throw new Invalid("problem.attachment.description");
        }
        if (address.length() > URL_BYTES || !isWeb(address)) {
            throw new Invalid("problem.attachment.url");
        }
        long id = mapper.insert(new AttachmentMapper.NewAttachment(
                AttachmentKind.LINK, words, null, 0, address, more.isEmpty() ? null : more, actor.ref()), null, clock.now());
        audit.add(actor.ref(), "attachment.added", "attachment:" + id, AttachmentKind.LINK.name());
        return get(List.of(id)).get(0);
    }

    /** In the order asked for; those that are gone are left out. */
    @Transactional(readOnly = true)
    public List<Attachment> get(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Attachment> found = new HashMap<>();
        mapper.find(ids).forEach(attachment -> found.put(attachment.id(), attachment));
        return ids.stream().map(found::get).filter(attachment -> attachment != null).toList();
    }

    /** @throws NotFound when there is none, it is a link, or it is forgotten */
    @Transactional(readOnly = true)
    public byte[] content(long id) {
        return Optional.ofNullable(mapper.content(id)).map(AttachmentMapper.Stored::content)
                .orElseThrow(() -> new NotFound("problem.attachment.missing"));
    }

    /** Something that lasts has taken these: they are no longer dropped with a form that nobody saved. */
    public void keep(List<Long> ids) {
        if (!ids.isEmpty()) {
            mapper.keep(ids, clock.now());
        }
    }

    /** WeCom's id of it, if it was uploaded and WeCom still has it for a while. */
    @Transactional(readOnly = true)
    public Optional<String> mediaId(long id) {
        return Optional.ofNullable(mapper.mediaId(id, machine.now()));
    }

    /** @param until machine time at which WeCom drops it */
    public void uploaded(long id, String mediaId, Instant until) {
        mapper.uploaded(id, mediaId, until);
    }

    /** Drops what no form kept for a day, and the bytes of what was last used half a year ago. The sweep {@code forget-old-attachments}. */
    public int forget() {
        return mapper.dropUnkept(clock.now().minus(UNKEPT)) + mapper.forget(clock.now().minus(REMEMBERED));
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The last part of a path, without what a file system or a header could misread. */
    private static String tidy(String filename) {
        String name = filename == null ? "" : filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|;]", "").strip();
        if (name.length() > NAME_CHARACTERS) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
            int cut = NAME_CHARACTERS - ending.length();
            name = name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + ending;
        }
        return name.isEmpty() || name.startsWith(".") ? "attachment" + name : name;
    }

    private static String megabytes(int bytes) {
        return String.format("%.1f", bytes / 1024.0 / 1024.0);
    }
}

package linli.admin.notices;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import linli.bot.attachment.Attachment;
import linli.bot.attachment.Attachments;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import linli.bot.text.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pictures, files and links of a notice that is being written; and what they look like, for all who may read notices. */
@Controller
class NoticeAttachmentsController {

    private final Attachments attachments;

    NoticeAttachmentsController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Adds what was chosen and takes away what was dropped, while the form stays open. */
    @PostMapping("/notices/attachments")
    String change(
            @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) List<MultipartFile> files, Actor actor, Model model,
            HttpServletResponse response) {
        if (!actor.is(Role.CLERK)) {
            throw new NotAllowed("problem.notice.role", Texts.of("notice.write"));
        }
        List<Long> now = new ArrayList<>(NoticeForm.attachments(typed));
        try {
            add(typed, files, now, actor);
        } catch (Invalid e) {
            model.addAttribute("refused", e.getMessage());
            model.addAttribute("typedLink", typed);
        }
        model.addAttribute("attached", attachments.get(now));
        response.setHeader("HX-Trigger-After-Swap", "attached");
        return "notices/_attachments :: attachments";
    }

    /** @param now grows by what is added, up to the first that is refused */
    void add(MultiValueMap<String, String> typed, List<MultipartFile> files, List<Long> now, Actor actor) {
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty() || file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                requireRoom(now);
                now.add(attachments.addFile(file.getOriginalFilename(), bytes(file), actor).id());
            }
        }
        String url = typed.getFirst("link.url");
        String title = typed.getFirst("link.title");
        if (url != null && !url.isBlank() || title != null && !title.isBlank()) {
            requireRoom(now);
            now.add(attachments.addLink(title, url, typed.getFirst("link.description"), actor).id());
        }
    }

    private static void requireRoom(List<Long> now) {
        if (now.size() >= Attachments.MOST) {
            throw new Invalid("problem.attachment.most", String.valueOf(Attachments.MOST));
        }
    }

    /** A picture is shown; a file is only ever downloaded, whatever it is. */
    @GetMapping("/notices/attachments/{id}")
    ResponseEntity<byte[]> get(@PathVariable long id) {
        Attachment attachment = attachments.get(List.of(id)).stream()
                .filter(found -> !found.isLink() && !found.forgotten())
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.attachment.missing"));
        ContentDisposition disposition = (attachment.isImage() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(attachment.isImage() ? MediaType.parseMediaType(attachment.mediaType()) : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(attachments.content(id));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

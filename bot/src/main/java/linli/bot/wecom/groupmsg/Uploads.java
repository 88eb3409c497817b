package linli.bot.wecom.groupmsg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import linli.bot.attachment.Attachment;
import linli.bot.attachment.Attachments;
import linli.bot.outbox.SendFailed;
import linli.bot.problem.NotFound;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.Faults;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.SendFailures;
import linli.bot.wecom.WeCom;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.msg.AttachmentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives WeCom what goes out beside a text. A temporary medium lasts three days there (document/path/90253), so it is uploaded
 * when it is sent and used for every owner's task until it is nearly gone. An upload sends nothing: losing its answer costs
 * an upload and no doubt.
 */
@Component
@ConditionalOnWeCom
class Uploads {

    /** Three days, less the time a task may take to be made. */
    private static final Duration LASTS = Duration.ofHours(70);

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final WeCom weCom;
    private final Attachments attachments;
    private final MachineClock machine;

    Uploads(WeCom weCom, Attachments attachments, MachineClock machine) {
        this.weCom = weCom;
        this.attachments = attachments;
        this.machine = machine;
    }

    /** @throws SendFailed before anything was sent: LOST never */
    List<me.chanjar.weixin.cp.bean.external.msg.Attachment> of(List<Long> ids) throws SendFailed {
        List<me.chanjar.weixin.cp.bean.external.msg.Attachment> all = new ArrayList<>();
        for (Attachment attachment : attachments.get(ids)) {
            all.add(of(attachment));
        }
        if (all.size() < ids.size()) {
            throw gone();
        }
        return all;
    }

    /** WeCom dropped one of them before its time: the next try uploads them again. */
    void renew(List<Long> ids) {
        ids.forEach(id -> attachments.uploaded(id, null, null));
    }

    private me.chanjar.weixin.cp.bean.external.msg.Attachment of(Attachment attachment) throws SendFailed {
        return switch (attachment.kind()) {
            case LINK -> AttachmentBuilder.linkBuilder()
                    .title(attachment.name()).url(attachment.url()).desc(attachment.description()).build();
            case IMAGE -> AttachmentBuilder.imageBuilder().mediaId(mediaId(attachment, "image")).build();
            case FILE -> AttachmentBuilder.fileBuilder().mediaId(mediaId(attachment, "file")).build();
        };
    }

    private String mediaId(Attachment attachment, String type) throws SendFailed {
        var known = attachments.mediaId(attachment.id());
        if (known.isPresent()) {
            return known.get();
        }
        try {
            String mediaId = upload(attachment, type);
            attachments.uploaded(attachment.id(), mediaId, machine.now().plus(LASTS));
            return mediaId;
        } catch (NotFound e) {
            throw gone();
        } catch (WxErrorException e) {
            throw nothingSent(SendFailures.of(e));
        } catch (NoAnswer e) {
            throw nothingSent(SendFailures.of(e));
        } catch (IOException e) {
            // This machine's disk, not WeCom: nothing was sent, so the line must not come into doubt.
            LOG.warn("A file could not be laid out for its upload: {}", Faults.describe(e));
            throw new SendFailed(SendFailed.Kind.TEMPORARY, "vendor_error", Duration.ZERO);
        }
    }

    /** By a file on disk, which can be sent a second time when the token proved stale. */
    private String upload(Attachment attachment, String type) throws WxErrorException, IOException {
        Path folder = Files.createTempDirectory("linli-upload");
        Path file = folder.resolve(attachment.name());
        try {
            Files.write(file, attachments.content(attachment.id()));
            return weCom.app().getMediaService().upload(type, file.toFile()).getMediaId();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static SendFailed nothingSent(SendFailed e) {
        return e.kind() == SendFailed.Kind.LOST ? new SendFailed(SendFailed.Kind.TEMPORARY, e.reason(), e.retryAfter()) : e;
    }

    private static SendFailed gone() {
        return new SendFailed(SendFailed.Kind.PERMANENT, "attachment_gone", Duration.ZERO);
    }
}

package linli.bot.wecom.groupmsg;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.GroupStatus;
import linli.bot.outbox.Channel;
import linli.bot.outbox.OutgoingMessage;
import linli.bot.outbox.Receipt;
import linli.bot.outbox.Route;
import linli.bot.outbox.SendFailed;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.SendFailures;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComErrors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

/**
 * A batch becomes one task of its groups' owner. WeCom takes a repeated call for another task, so a call whose answer was
 * lost is looked for among the owner's tasks instead.
 */
@Component
@ConditionalOnWeCom
class GroupMessageChannel implements Channel {

    private static final int LONGEST_BYTES = 4000;
    private static final int MOST_GROUPS = 2000;
    private static final int NO_TARGET_LEFT = 41048;
    private static final int MEDIUM_GONE = 40007;

    private final WeCom weCom;
    private final ChatGroups groups;
    private final OwnersTasks tasks;
    private final Uploads uploads;
    private final TaskPace pace;

    GroupMessageChannel(WeCom weCom, ChatGroups groups, OwnersTasks tasks, Uploads uploads, TaskPace pace) {
        this.pace = pace;
        this.uploads = uploads;
        this.weCom = weCom;
        this.groups = groups;
        this.tasks = tasks;
    }

    @Override
    public Route route() {
        return Route.OWNER_CONFIRM;
    }

    @Override
    public boolean repeatsSafely() {
        return false;
    }

    @Override
    public Duration restsFor() {
        return pace.closedFor();
    }

    @Override
    public List<Receipt> send(List<OutgoingMessage> lines) throws SendFailed {
        OutgoingMessage first = lines.get(0);
        if (first.owner() == null || first.owner().isBlank()) {
            throw permanent("owner_left");
        }
        if (lines.size() > MOST_GROUPS || first.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw permanent("content_refused");
        }
        WxCpMsgTemplate template = template(lines);
        template.setAttachments(uploads.of(first.attachments()));
        if (!pace.enter().isZero()) {
            // The whole route rests, so this line need not wait any longer than it does.
            throw new SendFailed(SendFailed.Kind.THROTTLED, "throttled", Duration.ofSeconds(1));
        }
        try {
            WxCpMsgTemplateAddResult task = weCom.app().getExternalContactService().addMsgTemplate(template);
            if (task.getMsgId() == null || task.getMsgId().isBlank()) {
                throw new SendFailed(SendFailed.Kind.LOST, "vendor_error", Duration.ZERO);
            }
            return receipts(lines, task);
        } catch (WxErrorException e) {
            if (WeComErrors.code(e) == NO_TARGET_LEFT) {
                return lines.stream().map(line -> Receipt.failed(whyNot(line))).toList();
            }
            if (WeComErrors.code(e) == MEDIUM_GONE) {
                uploads.renew(first.attachments());
                throw new SendFailed(SendFailed.Kind.TEMPORARY, "vendor_error", Duration.ZERO);
            }
            if (WeComErrors.code(e) == WeComErrors.OVER_LIMIT) {
                pace.refused();
            }
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
    }

    @Override
    public Optional<Receipt> lookUp(OutgoingMessage line) throws SendFailed {
        try {
            return tasks.find(line).map(Receipt::taskCreated);
        } catch (WxErrorException e) {
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
    }

    private static WxCpMsgTemplate template(List<OutgoingMessage> lines) {
        Text text = new Text();
        text.setContent(lines.get(0).text());
        WxCpMsgTemplate template = new WxCpMsgTemplate();
        template.setChatType("group");
        template.setSender(lines.get(0).owner());
        template.setChatIdList(lines.stream().map(OutgoingMessage::target).toList());
        template.setText(text);
        return template;
    }

    private List<Receipt> receipts(List<OutgoingMessage> lines, WxCpMsgTemplateAddResult task) {
        Set<String> failed = task.getFailList() == null ? Set.of() : new HashSet<>(task.getFailList());
        List<Receipt> receipts = new ArrayList<>(lines.size());
        for (OutgoingMessage line : lines) {
            receipts.add(failed.contains(line.target()) ? Receipt.failed(whyNot(line)) : Receipt.taskCreated(task.getMsgId()));
        }
        return receipts;
    }

    /** WeCom lists a group that fails without a reason; what we know of the group mostly tells. */
    private String whyNot(OutgoingMessage line) {
        Optional<ChatGroup> group = groups.findByExternalId(line.target());
        if (group.isEmpty() || group.get().status() == GroupStatus.DISMISSED) {
            return "group_gone";
        }
        return line.owner().equals(group.get().ownerUserid()) ? "vendor_error" : "owner_left";
    }

    private static SendFailed permanent(String reason) {
        return new SendFailed(SendFailed.Kind.PERMANENT, reason, Duration.ZERO);
    }
}

package linli.bot.wecom.groupmsg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.bot.outbox.Outbox;
import linli.bot.outbox.OutgoingMessage;
import linli.bot.outbox.OwnerTasks;
import linli.bot.outbox.SendFailed;
import linli.bot.time.CommunityClock;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.Cursor;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.SendFailures;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComErrors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgListResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgListResult.ExternalContactGroupMsgInfo;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgTaskResult;
import org.springframework.stereotype.Component;

/** The tasks WeCom holds for group owners: found again, remembered to them, stopped. */
@Component
@ConditionalOnWeCom
class OwnersTasks implements OwnerTasks {

    /** WeCom's clock and ours need not agree to the second. */
    private static final Duration SLACK = Duration.ofMinutes(2);
    /** The list cannot be asked for more than a month. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(30);
    private static final int LIST_PAGE = 100;
    private static final int RESULT_PAGE = 1000;
    private static final int SENT = 1;
    private static final int CONFIRMED = 2;

    private final WeCom weCom;
    private final Outbox outbox;
    private final CommunityClock clock;

    OwnersTasks(WeCom weCom, Outbox outbox, CommunityClock clock) {
        this.weCom = weCom;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The task that a lost call made: by the same owner, with the same words, since the line was due, for this group, and
     * not one that another line to the group was credited with.
     */
    Optional<String> find(OutgoingMessage line) throws WxErrorException {
        Instant from = line.notBefore().minus(SLACK);
        Instant to = clock.now().plus(SLACK);
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            from = to.minus(LONGEST_SPAN);
        }
        // A task that already carries this very batch is not another's: its lines were lost together and are found together.
        Set<String> known = new HashSet<>(outbox.tasksOfOthers(line, from.minus(LONGEST_SPAN)));
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpGroupMsgListResult page = contacts().getGroupMsgListV2(
                    "group", Date.from(from), Date.from(to), line.owner(), null, LIST_PAGE, cursor.at());
            for (ExternalContactGroupMsgInfo task : orEmpty(page.getGroupMsgList())) {
                if (!known.contains(task.getMsgId()) && isOf(task, line) && reaches(task.getMsgId(), line)) {
                    return Optional.of(task.getMsgId());
                }
            }
            cursor.to(page.getNextCursor());
        }
        return Optional.empty();
    }

    @Override
    public void remind(String vendorRef) throws SendFailed {
        try {
            contacts().remindGroupMsgSend(vendorRef);
        } catch (WxErrorException e) {
            if (WeComErrors.code(e) == WeComErrors.OVER_LIMIT) {
                throw new SendFailed(SendFailed.Kind.THROTTLED, "remind_limit", Duration.ofHours(1));
            }
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
    }

    @Override
    public void cancel(String vendorRef) throws SendFailed {
        try {
            contacts().cancelGroupMsgSend(vendorRef);
        } catch (WxErrorException e) {
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
    }

    @Override
    public Map<String, Integer> received(Instant from, Instant to) throws SendFailed {
        Map<String, Integer> received = new HashMap<>();
        try {
            for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
                WxCpGroupMsgListResult page = contacts().getGroupMsgListV2(
                        "group", Date.from(from), Date.from(to), null, null, LIST_PAGE, cursor.at());
                for (ExternalContactGroupMsgInfo task : orEmpty(page.getGroupMsgList())) {
                    countReceived(task.getMsgId(), received);
                }
                cursor.to(page.getNextCursor());
            }
        } catch (WxErrorException e) {
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
        return received;
    }

    private void countReceived(String msgId, Map<String, Integer> received) throws WxErrorException {
        for (String sender : senders(msgId)) {
            for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
                WxCpGroupMsgSendResult page = contacts().getGroupMsgSendResult(msgId, sender, RESULT_PAGE, cursor.at());
                orEmpty(page.getSendList()).stream()
                        .filter(sent -> sent.getStatus() != null && sent.getStatus() == SENT && sent.getChatId() != null)
                        .forEach(sent -> received.merge(sent.getChatId(), 1, Integer::sum));
                cursor.to(page.getNextCursor());
            }
        }
    }

    /** Whoever confirmed their part of the task; nobody else's groups have it. */
    private List<String> senders(String msgId) throws WxErrorException {
        List<String> senders = new ArrayList<>();
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpGroupMsgTaskResult page = contacts().getGroupMsgTask(msgId, RESULT_PAGE, cursor.at());
            orEmpty(page.getTaskList()).stream()
                    .filter(task -> task.getStatus() != null && task.getStatus() == CONFIRMED)
                    .forEach(task -> senders.add(task.getUserId()));
            cursor.to(page.getNextCursor());
        }
        return senders;
    }

    private static boolean isOf(ExternalContactGroupMsgInfo task, OutgoingMessage line) {
        return line.owner().equals(task.getCreator())
                && task.getText() != null
                && line.text().strip().equals(String.valueOf(task.getText().getContent()).strip());
    }

    private boolean reaches(String msgId, OutgoingMessage line) throws WxErrorException {
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpGroupMsgSendResult page = contacts().getGroupMsgSendResult(msgId, line.owner(), RESULT_PAGE, cursor.at());
            if (orEmpty(page.getSendList()).stream().anyMatch(sent -> line.target().equals(sent.getChatId()))) {
                return true;
            }
            cursor.to(page.getNextCursor());
        }
        return false;
    }

    private WxCpExternalContactService contacts() {
        return weCom.app().getExternalContactService();
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}

package linli.bot.wecom.groupmsg;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import linli.bot.outbox.OpenTask;
import linli.bot.outbox.Outbox;
import linli.bot.time.CommunityClock;
import linli.bot.time.Pending;
import linli.bot.wecom.Advice;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.Cursor;
import linli.bot.wecom.Faults;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComErrors;
import linli.bot.wecom.WeComProperties;
import linli.bot.wecom.Worker;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult.ExternalContactGroupMsgSendInfo;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgTaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks what became of the tasks that wait for their owner, until each group has its answer. */
@Component
@ConditionalOnReceiving
class SendResultPoller extends Worker implements Pending {

    private static final Logger LOG = LoggerFactory.getLogger(SendResultPoller.class);
    private static final int PAGE = 1000;
    /** Of a task: its owner has confirmed. */
    private static final int CONFIRMED = 2;
    /** Of a group: delivered, not reachable by the owner, or over the month's limit. */
    private static final int SENT = 1;
    private static final int NOT_MEMBER = 2;
    private static final int OVER_QUOTA = 3;

    private final WeCom weCom;
    private final Outbox outbox;
    private final CommunityClock clock;

    SendResultPoller(WeCom weCom, Outbox outbox, CommunityClock clock, WeComProperties properties) {
        super("send-results", properties.resultPoll());
        this.weCom = weCom;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected boolean work() throws WxErrorException {
        boolean news = false;
        Set<String> asked = new HashSet<>();
        for (OpenTask task : outbox.openTasks()) {
            if (!asked.add(task.vendorRef())) {
                continue;
            }
            try {
                news |= isConfirmed(task) && readResults(task);
            } catch (WxErrorException e) {
                if (WeComErrors.advice(WeComErrors.code(e)) == Advice.WAIT) {
                    throw e;
                }
                // One task that WeCom does not know must not hide the others.
                LOG.warn("A task could not be asked about: {}", Faults.describe(e));
            }
        }
        return news;
    }

    private boolean isConfirmed(OpenTask task) throws WxErrorException {
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpGroupMsgTaskResult page =
                    weCom.app().getExternalContactService().getGroupMsgTask(task.vendorRef(), PAGE, cursor.at());
            boolean confirmed = OwnersTasks.orEmpty(page.getTaskList()).stream()
                    .anyMatch(member -> task.owner().equals(member.getUserId()) && is(member.getStatus(), CONFIRMED));
            if (confirmed) {
                return true;
            }
            cursor.to(page.getNextCursor());
        }
        return false;
    }

    private boolean readResults(OpenTask task) throws WxErrorException {
        boolean news = false;
        for (Cursor cursor = new Cursor(); cursor.hasMore(); ) {
            WxCpGroupMsgSendResult page = weCom.app()
                    .getExternalContactService()
                    .getGroupMsgSendResult(task.vendorRef(), task.owner(), PAGE, cursor.at());
            for (ExternalContactGroupMsgSendInfo group : OwnersTasks.orEmpty(page.getSendList())) {
                news |= report(task.vendorRef(), group);
            }
            cursor.to(page.getNextCursor());
        }
        return news;
    }

    private boolean report(String vendorRef, ExternalContactGroupMsgSendInfo group) {
        if (is(group.getStatus(), SENT)) {
            Instant at = group.getSendTime() == null ? clock.now() : Instant.ofEpochSecond(group.getSendTime());
            outbox.confirmed(vendorRef, group.getChatId(), at);
        } else if (is(group.getStatus(), NOT_MEMBER)) {
            outbox.refused(vendorRef, group.getChatId(), "not_member");
        } else if (is(group.getStatus(), OVER_QUOTA)) {
            outbox.refused(vendorRef, group.getChatId(), "quota");
        } else {
            return false;
        }
        return true;
    }

    private static boolean is(Integer status, int expected) {
        return status != null && status == expected;
    }

    @Override
    public String name() {
        return "send-results";
    }

    @Override
    public boolean isAtRest(Instant now) {
        return isIdle();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return Optional.empty();
    }
}

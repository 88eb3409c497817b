package linli.bot.wecom.staffapp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.bot.outbox.Channel;
import linli.bot.outbox.OutgoingMessage;
import linli.bot.outbox.Receipt;
import linli.bot.outbox.Route;
import linli.bot.outbox.SendFailed;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnWeCom;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.SendFailures;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComProperties;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/** Text to one staff member. WeCom cannot be asked later whether a message arrived, so a lost answer stays unknown. */
@Component
@ConditionalOnWeCom
class StaffAppChannel implements Channel {

    private static final int MOST_A_MINUTE = 28;

    private final WeCom weCom;
    private final Integer agentId;
    private final MemberWindow window;

    StaffAppChannel(WeCom weCom, WeComProperties properties, UnifiedJedis redis, MachineClock machine) {
        this.weCom = weCom;
        this.agentId = properties.agentId();
        this.window = new MemberWindow(redis, machine, MOST_A_MINUTE);
    }

    @Override
    public Route route() {
        return Route.STAFF_APP;
    }

    @Override
    public boolean repeatsSafely() {
        return false;
    }

    @Override
    public List<Receipt> send(List<OutgoingMessage> lines) throws SendFailed {
        List<Receipt> receipts = new ArrayList<>(lines.size());
        for (OutgoingMessage line : lines) {
            receipts.add(send(line));
        }
        return receipts;
    }

    private Receipt send(OutgoingMessage line) throws SendFailed {
        Duration wait = window.enter(line.target());
        if (!wait.isZero()) {
            throw new SendFailed(SendFailed.Kind.THROTTLED, "throttled", wait);
        }
        try {
            WxCpMessageSendResult result = weCom.app().getMessageService().send(
                    WxCpMessage.TEXT().agentId(agentId).toUser(line.target()).content(line.text()).build());
            boolean invalid = result.getInvalidUser() != null && !result.getInvalidUser().isBlank();
            return invalid ? Receipt.failed("not_member") : Receipt.sent(result.getMsgId());
        } catch (WxErrorException e) {
            throw SendFailures.of(e);
        } catch (NoAnswer e) {
            throw SendFailures.of(e);
        }
    }

    @Override
    public Optional<Receipt> lookUp(OutgoingMessage line) {
        return Optional.empty();
    }
}

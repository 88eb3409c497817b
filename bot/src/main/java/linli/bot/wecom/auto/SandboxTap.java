package linli.bot.wecom.auto;

import java.util.List;
import linli.bot.outbox.Line;
import linli.bot.outbox.OutgoingMessage;
import linli.bot.outbox.Receipt;
import linli.bot.outbox.SendFailed;
import linli.bot.outbox.TapPost;
import linli.bot.wecom.ConditionalOnSandbox;
import linli.bot.wecom.ConditionalOnWeCom;
import org.springframework.stereotype.Component;

/** The tap in WeCom's tool bar that puts a prepared line into the group, as far as the sandbox can play it. */
@Component
@ConditionalOnWeCom
@ConditionalOnSandbox
class SandboxTap implements TapPost {

    private final AutoChannel channel;

    SandboxTap(AutoChannel channel) {
        this.channel = channel;
    }

    @Override
    public void post(Line line) throws SendFailed {
        Receipt receipt = channel.send(List.of(new OutgoingMessage(
                        line.id(), line.key(), line.route(), line.target(), line.owner(), line.key(), line.text(), line.notBefore(), line.attempts(), "", false)))
                .get(0);
        if (receipt.outcome() == Receipt.Outcome.FAILED) {
            throw new SendFailed(SendFailed.Kind.PERMANENT, receipt.reason(), null);
        }
    }
}

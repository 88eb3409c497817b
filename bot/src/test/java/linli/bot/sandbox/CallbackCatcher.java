package linli.bot.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the callbacks that the product would take, and opens them with WxJava. Fails as often as it was told to. */
@TestComponent
@RestController
class CallbackCatcher {

    final List<WxCpXmlMessage> caught = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger tries = new AtomicInteger();
    private final WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();

    CallbackCatcher(
            @Value("${linli.wecom.corp-id}") String corpId,
            @Value("${linli.wecom.token}") String token,
            @Value("${linli.wecom.aes-key}") String aesKey) {
        config.setCorpId(corpId);
        config.setToken(token);
        config.setAesKey(aesKey);
    }

    @PostMapping("/wecom/callback")
    ResponseEntity<Void> take(
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody String xml) {
        tries.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return ResponseEntity.internalServerError().build();
        }
        caught.add(WxCpXmlMessage.fromEncryptedXml(xml, config, timestamp, nonce, signature));
        return ResponseEntity.ok().build();
    }
}

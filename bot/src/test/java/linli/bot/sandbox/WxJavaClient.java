package linli.bot.sandbox;

import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/** WxJava as the product's side of the protocol. */
final class WxJavaClient {

    private WxJavaClient() {}

    static WxCpService at(String base) {
        return at(base, "sandbox-app-secret");
    }

    static WxCpService at(String base, String secret) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId("wwsandbox0000000001");
        config.setCorpSecret(secret);
        config.setAgentId(1000002);
        config.setBaseApiUrl(base);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setRetrySleepMillis(1);
        service.setMaxRetryTimes(1);
        return service;
    }
}

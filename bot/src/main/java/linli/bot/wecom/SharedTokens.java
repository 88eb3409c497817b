package linli.bot.wecom;

import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.cp.config.impl.AbstractWxCpInRedisConfigImpl;

/** The access token of one secret, shared by all nodes. */
class SharedTokens extends AbstractWxCpInRedisConfigImpl {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MARGIN = 300;

    private final transient RedisOps redis;

    SharedTokens(RedisOps redis, WeComProperties properties, String secret, Integer agentId) {
        super(redis, "linli");
        this.redis = redis;
        // WxJava makes the Redis keys inside setAgentId, out of the corp id: this order, and with null too.
        setCorpId(properties.corpId());
        setAgentId(agentId);
        setCorpSecret(secret);
        setToken(properties.token());
        setAesKey(properties.aesKey());
        setBaseApiUrl(properties.base());
    }

    @Override
    public void updateAccessToken(String accessToken, int expiresInSeconds) {
        // Let go of it a little early: a request on its way should not meet the end of its token.
        int margin = Math.min(LONGEST_MARGIN, expiresInSeconds / 10);
        redis.setValue(accessTokenKey, accessToken, expiresInSeconds - margin, TimeUnit.SECONDS);
    }

    @Override
    public void updateAccessToken(WxAccessToken token) {
        updateAccessToken(token.getAccessToken(), token.getExpiresIn());
    }

    void dropIf(String failedToken) {
        redis.dropIf(accessTokenKey, failedToken);
    }
}

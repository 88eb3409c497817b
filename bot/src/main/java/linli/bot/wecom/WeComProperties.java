package linli.bot.wecom;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import linli.bot.text.Texts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where WeCom is and how we show who we are. Secrets belong in {@code config/secrets.yml} or the environment.
 *
 * @param baseUrl WeCom's address; the sandbox's in the sandbox profile
 * @param corpId the organisation's id (企业 ID); empty: this process does not talk to WeCom
 * @param agentId number of our own app (自建应用)
 * @param secret the app's secret
 * @param archiveSecret secret of 会话内容存档; empty: the groups are not read
 * @param token the callback's Token, as typed into WeCom's console
 * @param aesKey the callback's EncodingAESKey: 43 letters and digits
 * @param archiveKeys PEM file (PKCS#8 or PKCS#1) of every private key ever given to the archive, by publickey_ver; old ones
 *     stay, for items written under them
 * @param receive whether this process takes callbacks and pulls from WeCom
 * @param callbackUrl where the sandbox reaches our callback endpoint; WeCom itself is told in its console
 * @param callbackWindow how far a callback's timestamp may be from the machine's time, either way
 * @param archivePoll pause between two looks into the archive; a notification shortens it
 * @param archivePage items taken from the archive in one pull, 1 to 1000
 * @param resultPoll pause between two looks at what group owners have confirmed
 * @param resync pause between two full readings of all groups and their members
 * @param eventRetention how long a handled callback is kept
 * @param timeout longest wait for a connection, and for an answer
 */
@ConfigurationProperties(prefix = "linli.wecom", ignoreUnknownFields = false)
public record WeComProperties(
        @DefaultValue("https://qyapi.weixin.qq.com") URI baseUrl,
        @DefaultValue("") String corpId,
        Integer agentId,
        @DefaultValue("") String secret,
        @DefaultValue("") String archiveSecret,
        @DefaultValue("") String token,
        @DefaultValue("") String aesKey,
        Map<Integer, Path> archiveKeys,
        @DefaultValue("true") boolean receive,
        @DefaultValue("") String callbackUrl,
        @DefaultValue("5m") Duration callbackWindow,
        @DefaultValue("3s") Duration archivePoll,
        @DefaultValue("500") int archivePage,
        @DefaultValue("15s") Duration resultPoll,
        @DefaultValue("6h") Duration resync,
        @DefaultValue("7d") Duration eventRetention,
        @DefaultValue("5s") Duration timeout) {

    public WeComProperties {
        archiveKeys = archiveKeys == null ? Map.of() : Map.copyOf(archiveKeys);
        if (!corpId.isBlank()) {
            require(!secret.isBlank(), "secret");
            require(agentId != null, "agent-id");
            if (receive) {
                require(!token.isBlank(), "token");
                if (!aesKey.matches("[A-Za-z0-9+/]{43}")) {
                    throw new IllegalArgumentException(Texts.of("wecom.setting.aes-key", Integer.toString(aesKey.length())));
                }
            }
        }
        if (archivePage < 1 || archivePage > 1000) {
            throw new IllegalArgumentException(Texts.of("wecom.setting.archive-page"));
        }
    }

    /** The address without a closing slash, ready for a path. */
    public String base() {
        String base = baseUrl.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public boolean readsGroups() {
        return !archiveSecret.isBlank();
    }

    /** Secrets stay out of logs and error messages. */
    @Override
    public String toString() {
        return "WeComProperties[" + baseUrl + ", corp " + corpId + ", agent " + agentId + "]";
    }

    private static void require(boolean given, String key) {
        if (!given) {
            throw new IllegalArgumentException(Texts.of("wecom.setting.missing", "linli.wecom." + key));
        }
    }
}

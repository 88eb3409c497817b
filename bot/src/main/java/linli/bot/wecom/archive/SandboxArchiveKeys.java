package linli.bot.wecom.archive;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.Map;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.WeCom;
import me.chanjar.weixin.common.error.WxErrorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox makes the key pairs and hands over the private halves, which WeCom never has. Asked again when one is new. */
final class SandboxArchiveKeys implements ArchiveKeys {

    private final WeCom weCom;
    private final String address;
    private volatile Map<Integer, PrivateKey> keys = Map.of();

    SandboxArchiveKeys(WeCom weCom, String base) {
        this.weCom = weCom;
        this.address = base + "/sandbox/keys";
    }

    @Override
    public PrivateKey get(int version) throws GeneralSecurityException, WxErrorException {
        PrivateKey key = keys.get(version);
        if (key == null) {
            keys = fetch();
            key = keys.get(version);
        }
        if (key == null) {
            throw new GeneralSecurityException("the sandbox has no private key of version " + version);
        }
        return key;
    }

    private Map<Integer, PrivateKey> fetch() throws GeneralSecurityException, WxErrorException {
        try {
            Map<Integer, PrivateKey> fetched = new HashMap<>();
            for (JsonNode key : JsonMapper.shared().readTree(weCom.archive().get(address, null)).path("keys")) {
                fetched.put(key.path("publickey_ver").asInt(), PemKey.read(key.path("private_key").asString("")));
            }
            return fetched;
        } catch (JacksonException e) {
            throw NoAnswer.unreadable(e);
        }
    }
}

package linli.bot.wecom.archive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import linli.bot.wecom.NoAnswer;
import linli.bot.wecom.WeCom;
import me.chanjar.weixin.common.error.WxErrorException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox's archive: over HTTP, which WeCom's is not. Body: 12 bytes of IV, then AES-256-GCM; the real library's cipher
 * is not published.
 */
final class SandboxArchiveSource implements ArchiveSource {

    static final String ADDRESS = "/sandbox/archive";

    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final WeCom weCom;
    private final String address;
    private final JsonMapper json = JsonMapper.shared();

    SandboxArchiveSource(WeCom weCom, String base) {
        this.weCom = weCom;
        this.address = base + ADDRESS;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<ArchiveItem> pull(long seq, int limit) throws WxErrorException {
        String answer = weCom.archive().get(address + "?seq=" + seq + "&limit=" + limit, null);
        try {
            List<ArchiveItem> items = new ArrayList<>();
            for (JsonNode item : json.readTree(answer).path("chatdata")) {
                items.add(new ArchiveItem(
                        item.path("seq").asLong(0),
                        item.path("msgid").asString(""),
                        item.path("publickey_ver").asInt(0),
                        item.path("encrypt_random_key").asString(""),
                        item.path("encrypt_chat_msg").asString("")));
            }
            return items;
        } catch (JacksonException e) {
            throw NoAnswer.unreadable(e);
        }
    }

    @Override
    public String open(ArchiveItem item, String key) throws GeneralSecurityException {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(item.sealedMessage());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64");
        }
        if (sealed.length <= IV) {
            throw new GeneralSecurityException("too short");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
                new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, IV)));
        return new String(cipher.doFinal(sealed, IV, sealed.length - IV), StandardCharsets.UTF_8);
    }
}

package linli.bot.wecom.archive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import me.chanjar.weixin.common.error.WxErrorException;

/** Unwraps an item's own key: RSA with PKCS#1 v1.5 padding, the same for every source. */
final class KeyEnvelope {

    private final ArchiveKeys keys;

    KeyEnvelope(ArchiveKeys keys) {
        this.keys = keys;
    }

    String unwrap(ArchiveItem item) throws GeneralSecurityException, WxErrorException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, keys.get(item.keyVersion()));
        try {
            return new String(cipher.doFinal(Base64.getDecoder().decode(item.sealedKey())), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64");
        }
    }
}

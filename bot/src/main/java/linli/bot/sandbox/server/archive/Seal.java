package linli.bot.sandbox.server.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an archive item: a key of 32 characters wrapped with RSA (PKCS#1 v1.5) as WeCom does, the body under AES-256-GCM with
 * that key (WeCom's own cipher is known to its library only): Base64 of 12 bytes of IV, then ciphertext and tag.
 */
@Component
class Seal {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final ArchiveKeys keys;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Seal(ArchiveKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    Map<String, Object> item(Entry entry) {
        byte[] key = key();
        byte[] wrapped = wrap(keys.publicKey(entry.keyVersion()), key);
        byte[] body = encrypt(key, json.writeValueAsString(PlainMessage.of(entry)).getBytes(StandardCharsets.UTF_8));
        if ("KEY".equals(entry.damage())) {
            random.nextBytes(wrapped);
        } else if ("BODY".equals(entry.damage())) {
            body[body.length - 1] ^= 1;
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("seq", entry.seq());
        item.put("msgid", entry.msgId());
        item.put("publickey_ver", entry.keyVersion());
        item.put("encrypt_random_key", Base64.getEncoder().encodeToString(wrapped));
        item.put("encrypt_chat_msg", Base64.getEncoder().encodeToString(body));
        return item;
    }

    private byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return key;
    }

    private static byte[] wrap(PublicKey with, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, with);
            return cipher.doFinal(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encrypt(byte[] key, byte[] plain) {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            byte[] body = cipher.doFinal(plain);
            return ByteBuffer.allocate(iv.length + body.length).put(iv).put(body).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

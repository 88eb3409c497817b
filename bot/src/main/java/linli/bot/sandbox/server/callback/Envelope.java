package linli.bot.sandbox.server.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import linli.bot.sandbox.server.Tenant;
import org.springframework.stereotype.Component;

/**
 * Seals a callback as WeCom does (91144): AES-256-CBC over 16 random bytes, the length, the XML and the corp id, padded to 32;
 * the signature is the SHA-1 of token, time, nonce and ciphertext in sorted order.
 */
@Component
class Envelope {

    private static final int BLOCK = 32;

    private final Tenant tenant;
    private final SecureRandom random = new SecureRandom();

    Envelope(Tenant tenant) {
        this.tenant = tenant;
    }

    String seal(String xml) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] text = xml.getBytes(StandardCharsets.UTF_8);
        byte[] receiver = tenant.corpId().getBytes(StandardCharsets.UTF_8);
        int length = salt.length + 4 + text.length + receiver.length;
        int padding = BLOCK - length % BLOCK;
        byte[] pad = new byte[padding];
        Arrays.fill(pad, (byte) padding);
        byte[] plain = ByteBuffer.allocate(length + padding)
                .put(salt)
                .putInt(text.length)
                .put(text)
                .put(receiver)
                .put(pad)
                .array();
        byte[] key = Base64.getDecoder().decode(tenant.aesKey() + "=");
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signature(String timestamp, String nonce, String encrypted) {
        String joined = Stream.of(tenant.token(), timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

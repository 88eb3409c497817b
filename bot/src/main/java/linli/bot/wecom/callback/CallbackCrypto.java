package linli.bot.wecom.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import linli.bot.time.MachineClock;
import linli.bot.wecom.WeComProperties;

/**
 * Opens what WeCom sealed (developer.work.weixin.qq.com/document/path/91144): SHA-1 over token, timestamp, nonce and cipher
 * text; AES-256-CBC inside. The order matters: signature first, in constant time, then the time window, then the cipher,
 * then whom it is for, which WxJava does not compare.
 */
class CallbackCrypto {

    private static final int RANDOM = 16;
    private static final int LENGTH = 4;
    private static final int BLOCK = 32;

    private final byte[] key;
    private final byte[] receiver;
    private final String token;
    private final Duration window;
    private final MachineClock machine;

    CallbackCrypto(WeComProperties properties, MachineClock machine) {
        this.key = Base64.getDecoder().decode(properties.aesKey());
        this.receiver = properties.corpId().getBytes(StandardCharsets.UTF_8);
        this.token = properties.token();
        this.window = properties.callbackWindow();
        this.machine = machine;
    }

    String open(String signature, String timestamp, String nonce, String sealed) throws CallbackRefused {
        if (signature == null || timestamp == null || nonce == null || sealed == null) {
            throw new CallbackRefused(CallbackRefused.Cause.UNREADABLE);
        }
        byte[] expected = sign(timestamp, nonce, sealed).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new CallbackRefused(CallbackRefused.Cause.SIGNATURE);
        }
        if (!isNow(timestamp)) {
            throw new CallbackRefused(CallbackRefused.Cause.TIME);
        }
        return unseal(sealed);
    }

    private String sign(String timestamp, String nonce, String sealed) {
        String[] parts = {token, timestamp, nonce, sealed};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isNow(String timestamp) {
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, machine.now()).abs().compareTo(window) <= 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String unseal(String sealed) throws CallbackRefused {
        byte[] plain = unpad(decrypt(sealed));
        if (plain.length < RANDOM + LENGTH) {
            throw new CallbackRefused(CallbackRefused.Cause.CIPHER);
        }
        int length = ByteBuffer.wrap(plain, RANDOM, LENGTH).getInt();
        int from = RANDOM + LENGTH;
        if (length < 0 || length > plain.length - from) {
            throw new CallbackRefused(CallbackRefused.Cause.CIPHER);
        }
        if (!MessageDigest.isEqual(receiver, Arrays.copyOfRange(plain, from + length, plain.length))) {
            throw new CallbackRefused(CallbackRefused.Cause.RECEIVER);
        }
        return new String(plain, from, length, StandardCharsets.UTF_8);
    }

    private byte[] decrypt(String sealed) throws CallbackRefused {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(Base64.getMimeDecoder().decode(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CallbackRefused(CallbackRefused.Cause.CIPHER);
        }
    }

    /** PKCS#7 to blocks of 32 bytes, not of 16. */
    private static byte[] unpad(byte[] padded) throws CallbackRefused {
        int pad = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (pad < 1 || pad > BLOCK || pad > padded.length) {
            throw new CallbackRefused(CallbackRefused.Cause.CIPHER);
        }
        return Arrays.copyOf(padded, padded.length - pad);
    }
}

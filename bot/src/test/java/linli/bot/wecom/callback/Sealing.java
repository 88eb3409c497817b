package linli.bot.wecom.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** WeCom's half of the callback's cipher, written for the tests from its description. */
final class Sealing {

    static final String TOKEN = "QDG6eK";
    static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    static final String CORP = "wx5823bf96d3bd56c7";

    private Sealing() {}

    static String seal(String plain, String receiver) {
        byte[] message = plain.getBytes(StandardCharsets.UTF_8);
        byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
        int length = 20 + message.length + to.length;
        int pad = 32 - length % 32;
        ByteBuffer all = ByteBuffer.allocate(length + pad);
        all.put("0123456789abcdef".getBytes(StandardCharsets.US_ASCII)).putInt(message.length).put(message).put(to);
        byte[] padding = new byte[pad];
        Arrays.fill(padding, (byte) pad);
        all.put(padding);
        return encrypt(all.array());
    }

    static String encrypt(byte[] padded) {
        try {
            byte[] key = Base64.getDecoder().decode(AES_KEY);
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(padded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(String timestamp, String nonce, String sealed) {
        String[] parts = {TOKEN, timestamp, nonce, sealed};
        Arrays.sort(parts);
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-1").digest(String.join("", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String envelope(String sealed) {
        return "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><Encrypt><![CDATA[" + sealed
                + "]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>";
    }
}

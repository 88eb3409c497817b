package linli.bot.wecom.archive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals items as the sandbox's archive does, and opens their bodies. */
final class ItemSealer {

    private final KeyPair pair = pair();
    private final SecureRandom random = new SecureRandom();
    private final SandboxArchiveSource opener = new SandboxArchiveSource(null, "");

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    ArchiveItem seal(long number, String msgId, String plain) throws GeneralSecurityException {
        byte[] half = new byte[16];
        random.nextBytes(half);
        byte[] key = HexFormat.of().formatHex(half).getBytes(StandardCharsets.US_ASCII);
        Cipher wrap = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        wrap.init(Cipher.ENCRYPT_MODE, pair.getPublic());
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher body = Cipher.getInstance("AES/GCM/NoPadding");
        body.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        byte[] sealed = body.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        byte[] message = Arrays.copyOf(iv, iv.length + sealed.length);
        System.arraycopy(sealed, 0, message, iv.length, sealed.length);
        Base64.Encoder base64 = Base64.getEncoder();
        return new ArchiveItem(number, msgId, 1, base64.encodeToString(wrap.doFinal(key)), base64.encodeToString(message));
    }

    String open(ArchiveItem item, String key) throws GeneralSecurityException {
        return opener.open(item, key);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package linli.bot.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps residents' words unreadable in the database and its backups: AES-256-GCM, a fresh nonce each time. */
@Component
public class TextVault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    TextVault(PrivacyProperties properties, @Value("${linli.data:data}") Path data) {
        byte[] bytes = Base64.getDecoder()
                .decode(properties.textKey().isBlank() ? keyIn(data.resolve("text.key")) : properties.textKey());
        if (bytes.length != 32) {
            throw new IllegalArgumentException("linli.privacy.text-key must be 32 bytes in Base64, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] seal(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return sealBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a picture. */
    public byte[] sealBytes(byte[] open) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = crypt(Cipher.ENCRYPT_MODE, nonce, open);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + body.length);
        System.arraycopy(body, 0, sealed, NONCE, body.length);
        return sealed;
    }

    /** @return the words, empty when there were none or they expired */
    public String open(byte[] sealed) {
        return sealed == null ? "" : new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] openBytes(byte[] sealed) {
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text cannot be read with the present linli.privacy.text-key", e);
        }
    }

    private static String keyIn(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                // Written whole before it has its name, and readable by nobody else from the first moment.
                Path unnamed = Files.createTempFile(file.toAbsolutePath().getParent(), "text", ".key");
                Files.writeString(unnamed, Base64.getEncoder().encodeToString(fresh));
                try {
                    Files.move(unnamed, file);
                } catch (FileAlreadyExistsException e) {
                    Files.delete(unnamed);
                }
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

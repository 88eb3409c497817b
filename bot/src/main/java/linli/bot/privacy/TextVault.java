package linli.bot.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            try {
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                return Files.readString(file).trim();
            }
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

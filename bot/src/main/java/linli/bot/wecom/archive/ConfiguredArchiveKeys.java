package linli.bot.wecom.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;
import java.util.TreeMap;
import linli.bot.text.Texts;

/** Keys from PEM files named in {@code linli.wecom.archive-keys}. All are read at start: a wrong file is seen there. */
final class ConfiguredArchiveKeys implements ArchiveKeys {

    private final Map<Integer, PrivateKey> keys = new TreeMap<>();

    ConfiguredArchiveKeys(Map<Integer, Path> files) {
        files.forEach((version, file) -> {
            try {
                keys.put(version, PemKey.read(Files.readString(file)));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(Texts.of("wecom.setting.archive-key", version.toString(), file.toString()), e);
            }
        });
    }

    @Override
    public PrivateKey get(int version) throws GeneralSecurityException {
        PrivateKey key = keys.get(version);
        if (key == null) {
            throw new GeneralSecurityException("no private key of version " + version);
        }
        return key;
    }
}

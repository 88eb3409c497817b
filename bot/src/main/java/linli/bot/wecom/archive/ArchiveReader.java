package linli.bot.wecom.archive;

import java.security.GeneralSecurityException;
import linli.bot.wecom.Faults;
import me.chanjar.weixin.common.error.WxErrorException;

/** Opens one item: unwraps its key, opens its body, translates it. */
final class ArchiveReader {

    private final ArchiveSource source;
    private final KeyEnvelope envelope;
    private final ArchiveTranslator translator = new ArchiveTranslator();

    ArchiveReader(ArchiveSource source, ArchiveKeys keys) {
        this.source = source;
        this.envelope = new KeyEnvelope(keys);
    }

    /** The item cannot be read; others may be. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient SetAside.Stage stage;

        Unreadable(SetAside.Stage stage, String cause) {
            super(cause, null, false, false);
            this.stage = stage;
        }

        SetAside.Stage stage() {
            return stage;
        }
    }

    /** @throws WxErrorException when the key itself could not be fetched, which says nothing about the item */
    Translated read(ArchiveItem item) throws Unreadable, WxErrorException {
        String key;
        try {
            key = envelope.unwrap(item);
        } catch (GeneralSecurityException e) {
            throw new Unreadable(SetAside.Stage.UNWRAP, "publickey_ver " + item.keyVersion() + ": " + Faults.describe(e));
        }
        String plain;
        try {
            plain = source.open(item, key);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Unreadable(SetAside.Stage.DECRYPT, Faults.describe(e));
        }
        try {
            return translator.translate(item, plain);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(SetAside.Stage.TRANSLATE, e.getMessage());
        } catch (RuntimeException e) {
            throw new Unreadable(SetAside.Stage.TRANSLATE, Faults.describe(e));
        }
    }
}

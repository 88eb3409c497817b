package linli.bot.wecom.archive;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import me.chanjar.weixin.common.error.WxErrorException;

/** Our private keys by publickey_ver. Every one ever used is kept: items stay sealed under the key of their day. */
interface ArchiveKeys {

    /** @throws GeneralSecurityException when there is no key of this version */
    PrivateKey get(int version) throws GeneralSecurityException, WxErrorException;
}

package linli.bot.wecom.archive;

import java.security.GeneralSecurityException;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;

/** Where archive items come from, and the cipher of their bodies. */
interface ArchiveSource {

    /** Names the cursor. */
    String name();

    /** Items after {@code seq}, in order, at most {@code limit} of them. */
    List<ArchiveItem> pull(long seq, int limit) throws WxErrorException;

    /** @param key the item's own key, already unwrapped @return the plain JSON */
    String open(ArchiveItem item, String key) throws GeneralSecurityException;
}

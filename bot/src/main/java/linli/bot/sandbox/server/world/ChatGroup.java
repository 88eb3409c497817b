package linli.bot.sandbox.server.world;

import java.time.Instant;

/** A customer group (客户群). */
public record ChatGroup(String id, String name, String ownerId, int memberVersion, Instant createdAt, Instant dismissedAt) {

    public boolean isDismissed() {
        return dismissedAt != null;
    }
}

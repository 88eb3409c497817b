package linli.bot.sandbox.server.protocol;

import java.time.Instant;
import java.util.List;
import linli.bot.sandbox.server.world.Person;

/** A 群发 that its sender, the groups' owner, confirms or does not. */
public record GroupTask(
        String id,
        Person sender,
        String text,
        String attachments,
        Instant createdAt,
        Instant confirmedAt,
        Instant cancelledAt,
        List<Target> targets) {

    /** @param status 0 unsent, 1 sent, 2 not in the group, 3 over the month's limit */
    public record Target(String groupId, String group, int status, Instant sentAt) {}

    public boolean isWaiting() {
        return confirmedAt == null && cancelledAt == null;
    }
}

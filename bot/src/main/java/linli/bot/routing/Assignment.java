package linli.bot.routing;

import java.time.Instant;
import linli.bot.parsing.Urgency;

/**
 * Who gets a matter, and by when.
 *
 * @param unitId null when no unit is listed
 * @param responsibilityId the line it rests on; null when none
 * @param deadlines by when
 * @param ownerStaffId the grid's first worker; null when the grid is unknown or has none
 * @param urgency as read, or what the line asks for when that is more urgent
 */
public record Assignment(Long unitId, Long responsibilityId, Deadlines deadlines, Long ownerStaffId, Urgency urgency) {

    public Instant respondBy() {
        return deadlines.respondBy();
    }

    public Instant resolveBy() {
        return deadlines.resolveBy();
    }
}

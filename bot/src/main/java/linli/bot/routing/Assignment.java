package linli.bot.routing;

import java.time.Instant;
import linli.bot.parsing.Urgency;

/**
 * Who gets a matter, and by when.
 *
 * @param unitId null when no unit is listed
 * @param responsibilityId the line it rests on; null when none
 * @param resolveBy null when there is nothing to resolve
 * @param ownerStaffId the grid's first worker; null when the grid is unknown or has none
 * @param urgency as read, or what the line asks for when that is more urgent
 */
public record Assignment(
        Long unitId, Long responsibilityId, Instant respondBy, Instant resolveBy, Long ownerStaffId, Urgency urgency) {}

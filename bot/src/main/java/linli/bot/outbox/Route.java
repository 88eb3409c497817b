package linli.bot.outbox;

/**
 * The way a line reaches people. AUTO exists in the sandbox only. STAFF_TAP is staged until a person posts it; OWNER_CONFIRM
 * is a 群发 task its group's owner confirms; STAFF_APP is an app message to one person of the staff.
 */
public enum Route { AUTO, STAFF_TAP, OWNER_CONFIRM, STAFF_APP }

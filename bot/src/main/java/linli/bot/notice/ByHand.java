package linli.bot.notice;

/** How a person brings a notice to a group: SIDEBAR, a prepared line posted by a tap; FORWARD, copied and registered. */
public enum ByHand { SIDEBAR, FORWARD }

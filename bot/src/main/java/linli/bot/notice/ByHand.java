package linli.bot.notice;

/** How a person brings a notice to a group: FORWARD, copied and registered; SIDEBAR, a prepared line posted by a tap. */
public enum ByHand { FORWARD, SIDEBAR }

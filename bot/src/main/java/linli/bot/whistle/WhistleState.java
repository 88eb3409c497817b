package linli.bot.whistle;

/** What became of an application. */
public enum WhistleState { ASKED, BLOWN, REFUSED, GATHERED }

package linli.bot.view;

/** @param address a page of the console with its filters */
public record SavedView(long id, String name, String address) {}

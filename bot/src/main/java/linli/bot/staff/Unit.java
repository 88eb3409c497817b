package linli.bot.staff;

/** 承办单位: who does the work, such as the property company or a city department. */
public record Unit(long id, String code, String name, String phone) {}

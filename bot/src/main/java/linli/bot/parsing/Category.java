package linli.bot.parsing;

/** What a trouble is about (类别), the taxonomy's twenty and OTH. Chinese names are labels in the text bundle. */
public enum Category {
    UTIL, ELEV, PARK, NOISE, SANI, FIRE, FALL, PET, PROP, NEIGH, HOUSE, FACIL, BUILD, SAFE, CARE, CIVIL, HEALTH, EDU,
    TRAF, POLICY, OTH
}

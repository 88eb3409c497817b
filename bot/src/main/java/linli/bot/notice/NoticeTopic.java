package linli.bot.notice;

/** What a notice is about; the history is filtered by it. */
public enum NoticeTopic {
    UTILITIES, EMERGENCY, ACTIVITY, WASTE_SORTING, PROPERTY, SAFETY, POLICY, LAW, EPIDEMIC, CIVIL, FAMILY_PLANNING, UNITED_FRONT
}

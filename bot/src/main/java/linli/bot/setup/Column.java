package linli.bot.setup;

/** Headings of the spreadsheet; their Chinese is in {@code texts.properties}. */
enum Column {
    CODE, KIND, NAME, NUMBER, PARENT, HOUSEHOLDS, GROUP, GROUP_KIND, AREA, OWNER, BACKUP, USERID, PERSON, NICKNAME, ROLES, GRID,
    UNIT, PHONE, CATEGORY, URGENCY, RESPOND, RESOLVE, COUNTED, LEGAL, WEEKDAY, STEP, WHO, TITLE, KEYWORDS, ANSWER, APPROVED
}

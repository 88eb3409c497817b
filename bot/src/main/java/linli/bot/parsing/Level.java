package linli.bot.parsing;

/** How sure the reader is that a line asks for something (C1): chat, a guess for staff (线索), a ticket, an emergency. */
public enum Level { CHAT, CANDIDATE, TICKET, EMERGENCY }

package linli.bot.parsing;

/** P0 danger to people, P1 urgent livelihood or running loss, P2 general, P3 a question. Order matters: smaller is more urgent. */
public enum Urgency { P0, P1, P2, P3 }

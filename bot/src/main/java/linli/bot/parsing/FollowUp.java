package linli.bot.parsing;

/**
 * What a line that means nothing alone adds to an open ticket: SAME another household has it too (+1, 我家也是), ASK asks
 * how far it is, FIXED says that it works again, AGAIN says that it is broken again, THANKS is politeness, MORE adds a
 * place or a detail, HANDLING is staff saying they see to it.
 */
public enum FollowUp { SAME, ASK, FIXED, AGAIN, THANKS, MORE, HANDLING }

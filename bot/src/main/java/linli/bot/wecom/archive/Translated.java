package linli.bot.wecom.archive;

import linli.bot.inbox.IncomingMessage;

/** What an archive item means to us. */
sealed interface Translated {

    /** Something was said in a group. */
    record Said(IncomingMessage message) implements Translated {}

    /** A resident agreed, or no longer agrees, that the talk is archived. */
    record Consented(String memberId, boolean agreed) implements Translated {}

    /** Nothing of ours: talk between two people, or a staff member changing companies. Not kept. */
    record Unneeded() implements Translated {}
}

package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;

/**
 * What a ticket is opened from.
 *
 * @param level CANDIDATE, TICKET or EMERGENCY
 * @param trouble what is wrong and where
 * @param chatGroupId the group it was said in, or null
 * @param gridId the grid that answers when the place names no building, or null
 * @param speaker external id of the member who said it; null for counter, patrol and import
 * @param messageIds the lines it is made from, the first first; empty for counter, patrol and import
 * @param at when it was said, community time
 * @param late whether it was read long after it was said: it becomes a candidate and the group hears nothing
 * @param addressed whether the assistant was spoken to: it answers at once, at night too
 * @param noticeId the notice it contradicts, or null
 * @param previousId the closed ticket it continues, or null
 * @param spokenFor whether the group hears no acknowledgement, since another line speaks for it
 * @param since since when it has been so, in the speaker's words ({@code 昨晚十点起}); null when nobody said
 */
public record Opening(
        Source source,
        Level level,
        Trouble trouble,
        Long chatGroupId,
        Long gridId,
        String speaker,
        List<Long> messageIds,
        Instant at,
        boolean late,
        boolean addressed,
        Long noticeId,
        Long previousId,
        boolean spokenFor,
        String since) {

    public Opening {
        messageIds = List.copyOf(messageIds);
    }

    /** Something said in a group. */
    public static Opening said(
            Level level, Trouble trouble, long chatGroupId, Long gridId, String speaker, List<Long> messageIds, Instant at, boolean late, boolean addressed) {
        return new Opening(
                addressed ? Source.AT_BOT : Source.GROUP, level, trouble, chatGroupId, gridId, speaker, messageIds, at, late, addressed, null, null, false, null);
    }

    /** Something staff write down. */
    public static Opening written(Source source, Trouble trouble, Long gridId, Instant at) {
        return new Opening(source, Level.TICKET, trouble, null, gridId, null, List.of(), at, false, false, null, null, false, null);
    }

    public Opening against(long notice) {
        return new Opening(source, level, trouble, chatGroupId, gridId, speaker, messageIds, at, late, addressed, notice, previousId, spokenFor, since);
    }

    public Opening continuing(long ticket) {
        return new Opening(source, level, trouble, chatGroupId, gridId, speaker, messageIds, at, late, addressed, noticeId, ticket, spokenFor, since);
    }

    public Opening unspoken() {
        return new Opening(source, level, trouble, chatGroupId, gridId, speaker, messageIds, at, late, addressed, noticeId, previousId, true, since);
    }

    public Opening since(String words) {
        return new Opening(source, level, trouble, chatGroupId, gridId, speaker, messageIds, at, late, addressed, noticeId, previousId, spokenFor, words);
    }

    boolean becomesCandidate() {
        return late || level == Level.CANDIDATE;
    }

    Long firstMessage() {
        return messageIds.isEmpty() ? null : messageIds.get(0);
    }
}

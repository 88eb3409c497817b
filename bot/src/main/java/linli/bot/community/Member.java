package linli.bot.community;

/**
 * Somebody in a group. No telephone number, no identity number, ever.
 *
 * @param externalId WeCom's id: {@code wm…} for a resident, the userid for staff
 * @param internal whether WeCom knows this person as one of the organisation
 * @param archiveConsent whether the person agreed that the talk is archived
 * @param optedOut whether the person said 不识别我
 */
public record Member(
        long id, long chatGroupId, String externalId, String nickname, boolean internal, boolean archiveConsent, boolean optedOut) {

    /** Whether this person's lines may be kept and read. */
    public boolean isReadable() {
        return archiveConsent && !optedOut;
    }
}

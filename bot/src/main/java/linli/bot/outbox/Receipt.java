package linli.bot.outbox;

/**
 * What the vendor answered for one line.
 *
 * @param vendorRef the vendor's id of the message or task
 * @param reason for FAILED: not_member, quota, owner_left, group_gone, vendor_error, content_refused, else null
 */
public record Receipt(Outcome outcome, String vendorRef, String reason) {

    public enum Outcome { SENT, TASK_CREATED, FAILED }

    public static Receipt sent(String vendorRef) {
        return new Receipt(Outcome.SENT, vendorRef, null);
    }

    public static Receipt taskCreated(String vendorRef) {
        return new Receipt(Outcome.TASK_CREATED, vendorRef, null);
    }

    public static Receipt failed(String reason) {
        return new Receipt(Outcome.FAILED, null, reason);
    }
}

package linli.bot.outbox;

/** What can be done with a 群发 task that waits for its owner. Implemented by the WeCom edge. */
public interface OwnerTasks {

    /** Reminds the owner; WeCom allows three a day. */
    void remind(String vendorRef) throws SendFailed;

    /** Stops what the owner has not confirmed. */
    void cancel(String vendorRef) throws SendFailed;
}

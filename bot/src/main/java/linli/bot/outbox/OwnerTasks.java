package linli.bot.outbox;

import java.time.Instant;
import java.util.Map;

/** What can be done with a 群发 task that waits for its owner. Implemented by the WeCom edge. */
public interface OwnerTasks {

    /** Reminds the owner; WeCom allows three a day. */
    void remind(String vendorRef) throws SendFailed;

    /** Stops what the owner has not confirmed. */
    void cancel(String vendorRef) throws SendFailed;

    /**
     * How many messages each group got from the tasks made between two instants, at most 30 days apart, whoever made them.
     *
     * @return by chat id
     */
    Map<String, Integer> received(Instant from, Instant to) throws SendFailed;
}

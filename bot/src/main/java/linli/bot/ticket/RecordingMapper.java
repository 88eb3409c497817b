package linli.bot.ticket;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RecordingMapper {

    void hold(long messageId, long chatGroupId, String speaker, Instant saidAt);

    List<HeldRecording> heldSince(Instant saidBefore);

    /** Whoever gets 1 decides about it. */
    int release(long messageId);

    Instant earliest();

    int drop(long chatGroupId, String speaker);
}

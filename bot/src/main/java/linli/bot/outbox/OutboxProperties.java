package linli.bot.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads that hand lines over; 0 leaves that to other nodes
 * @param lease how long a sender may take for one batch (machine time); then the line counts as lost
 * @param mostAttempts how often a temporary failure is tried again before the line fails for good
 * @param restored true for the first start after a copy of the whole data folder was brought back: nothing is sent until a person says so
 */
@ConfigurationProperties(prefix = "linli.outbox", ignoreUnknownFields = false)
record OutboxProperties(
        @DefaultValue("2") int workers, @DefaultValue("60s") Duration lease, @DefaultValue("8") int mostAttempts,
        @DefaultValue("false") boolean restored) {}

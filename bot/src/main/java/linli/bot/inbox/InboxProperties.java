package linli.bot.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads that handle messages; 0 leaves that to other nodes
 * @param lease how long a worker may hold a group without a word (machine time)
 * @param batch most lines of one group handled in one transaction
 */
@ConfigurationProperties(prefix = "linli.inbox", ignoreUnknownFields = false)
record InboxProperties(@DefaultValue("2") int workers, @DefaultValue("30s") Duration lease, @DefaultValue("50") int batch) {}

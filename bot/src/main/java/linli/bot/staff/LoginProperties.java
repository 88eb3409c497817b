package linli.bot.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are guarded.
 *
 * @param failures wrong passwords in a row after which a login is locked
 * @param lockFor how long it stays locked, by the machine's time
 */
@ConfigurationProperties(prefix = "linli.login", ignoreUnknownFields = false)
record LoginProperties(@DefaultValue("5") int failures, @DefaultValue("15m") Duration lockFor) {}

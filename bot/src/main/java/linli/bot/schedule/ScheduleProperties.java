package linli.bot.schedule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether this process fires timed work */
@ConfigurationProperties(prefix = "linli.schedule", ignoreUnknownFields = false)
record ScheduleProperties(@DefaultValue("true") boolean enabled) {}

package linli.bot.live;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url address of a Redis of your own, redis://:password@host:port/index; unset, the one that comes along is used
 * @param timeout how long a call may wait before the program goes on without Redis
 * @param connections how many connections one process keeps at most
 */
@Validated
@ConfigurationProperties("linli.redis")
record RedisProperties(
        @NotNull URI url, @DefaultValue("1s") Duration timeout, @DefaultValue("16") int connections) {}

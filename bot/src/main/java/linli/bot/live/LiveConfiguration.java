package linli.bot.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    /** Past this, a subscription that has heard nothing, not even the answer to its own ping, counts as dead. */
    private static final int SILENCE_MILLIS = 30_000;

    /** Connects at first use, so that a missing Redis does not keep the program from starting. */
    @Bean(destroyMethod = "close")
    UnifiedJedis redis(RedisProperties properties) {
        int timeout = Math.toIntExact(properties.timeout().toMillis());
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.connections());
        pool.setMaxIdle(properties.connections());
        pool.setMaxWait(properties.timeout());
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(properties.url()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        // In the newer protocol Jedis does not understand the answer to a subscription's ping.
                        .resp2()
                        .user(JedisURIHelper.getUser(properties.url()))
                        .password(JedisURIHelper.getPassword(properties.url()))
                        .database(JedisURIHelper.getDBIndex(properties.url()))
                        .ssl(JedisURIHelper.isRedisSSLScheme(properties.url()))
                        .connectionTimeoutMillis(timeout)
                        .socketTimeoutMillis(timeout)
                        .blockingSocketTimeoutMillis(SILENCE_MILLIS)
                        .build())
                .poolConfig(pool)
                .build();
    }
}

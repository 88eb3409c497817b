package linli.bot.wecom;

import linli.bot.time.MachineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWeCom
class WeComConfiguration {

    @Bean
    WeCom weCom(WeComProperties properties, UnifiedJedis redis, Sightings sightings, MachineClock machine) {
        RedisOps ops = new RedisOps(redis);
        GuardedService app = new GuardedService(
                new SharedTokens(ops, properties, properties.secret(), properties.agentId()), properties.timeout(), sightings, machine);
        GuardedService archive = properties.readsGroups()
                ? new GuardedService(
                        new SharedTokens(ops, properties, properties.archiveSecret(), null), properties.timeout(), sightings, machine)
                : null;
        return new WeCom(app, archive);
    }
}

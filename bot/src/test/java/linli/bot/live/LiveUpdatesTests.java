package linli.bot.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import redis.clients.jedis.UnifiedJedis;

@SpringBootTest
class LiveUpdatesTests {

    @Autowired
    LiveUpdates updates;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisHealthIndicator health;

    @Test
    void anUpdateReachesAListenerThroughRedisOnce() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Runnable close = updates.subscribe("tickets", heard::add);
        await().until(updates::isConnected);

        updates.publish("tickets", "1024");

        await().untilAsserted(() -> assertThat(heard).containsExactly("1024"));
        close.run();
    }

    @Test
    void anUpdateFromAnotherNodeIsHeard() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Runnable close = updates.subscribe("notices", heard::add);
        await().until(updates::isConnected);

        redis.publish("linli:live:notices", "第2网格");

        await().untilAsserted(() -> assertThat(heard).containsExactly("第2网格"));
        close.run();
    }

    @Test
    void askedWhetherItIsAliveTheSubscriptionGoesOn() {
        List<String> heard = new CopyOnWriteArrayList<>();
        LiveUpdates own = new LiveUpdates(redis);
        own.subscribe("tickets", heard::add);
        try (Subscription subscription = new Subscription(redis, own)) {
            await().until(subscription::isConnected);

            subscription.ping();
            redis.publish("linli:live:tickets", "after the ping");

            await().untilAsserted(() -> assertThat(heard).containsExactly("after the ping"));
            assertThat(subscription.isConnected()).isTrue();
        }
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Runnable bad = updates.subscribe("desk", payload -> {
            throw new IllegalStateException("page is gone");
        });
        Runnable good = updates.subscribe("desk", heard::add);

        updates.publish("desk", "now");

        await().untilAsserted(() -> assertThat(heard).contains("now"));
        bad.run();
        good.run();
    }

    @Test
    void redisThatAnswersIsHealthy() {
        await().until(updates::isConnected);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}

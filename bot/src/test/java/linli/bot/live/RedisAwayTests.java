package linli.bot.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import redis.clients.jedis.UnifiedJedis;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class RedisAwayTests {

    private final Gate gate;
    private final UnifiedJedis redis;
    private final LiveUpdates updates;
    private final RedisHealthIndicator health;

    RedisAwayTests(@Autowired Environment environment) throws IOException {
        URI real = URI.create(environment.getRequiredProperty("linli.redis.url"));
        gate = new Gate(real.getPort());
        URI throughGate = URI.create(real.toString().replace(":" + real.getPort(), ":" + gate.port()));
        redis = new LiveConfiguration().redis(new RedisProperties(throughGate, Duration.ofSeconds(1), 4));
        updates = new LiveUpdates(redis);
        health = new RedisHealthIndicator(redis, updates);
    }

    @AfterEach
    void stop() {
        updates.stop();
        redis.close();
        gate.close();
    }

    @Test
    void startedWithoutRedisTheProcessStillHearsItself() throws IOException {
        gate.shut();
        List<String> heard = new CopyOnWriteArrayList<>();
        updates.start();
        updates.subscribe("tickets", heard::add);

        updates.publish("tickets", "1024");

        assertThat(heard).containsExactly("1024");
        assertThat(health.health().getStatus()).isEqualTo(RedisHealthIndicator.DEGRADED);
    }

    @Test
    void whenRedisComesBackListenersAreToldTheyMayHaveMissedSomething() throws IOException {
        AtomicInteger missed = new AtomicInteger();
        List<String> heard = new CopyOnWriteArrayList<>();
        updates.start();
        updates.subscribe("tickets", new LiveUpdates.Listener() {
            @Override
            public void updated(String payload) {
                heard.add(payload);
            }

            @Override
            public void missed() {
                missed.incrementAndGet();
            }
        });
        await().until(updates::isConnected);

        gate.shut();
        await().until(() -> !updates.isConnected());
        updates.publish("tickets", "away");
        gate.open();
        await().until(() -> missed.get() == 1);
        updates.publish("tickets", "back");

        await().untilAsserted(() -> assertThat(heard).containsExactly("away", "back"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}

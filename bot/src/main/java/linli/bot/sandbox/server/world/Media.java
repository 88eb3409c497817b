package linli.bot.sandbox.server.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import linli.bot.time.CommunityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Temporary media: whoever knows the id may use it, for three days (90253). */
@Component
public class Media {

    private static final Duration LASTS = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final CommunityClock clock;

    Media(JdbcClient jdbc, CommunityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param type image or file */
    public record Medium(String id, String type, String name, byte[] content, Instant createdAt) {}

    public Medium keep(String type, String name, byte[] content) {
        Medium medium = new Medium("3" + Ids.random(40), type, name, content, clock.now());
        jdbc.sql("insert into sandbox.media (id, type, name, content, created_at) values (?, ?, ?, ?, ?)")
                .params(medium.id(), type, name, content, Sql.at(medium.createdAt()))
                .update();
        return medium;
    }

    /** Also one that has expired: what was sent with it stays in the chat. */
    public Optional<Medium> find(String id) {
        return jdbc.sql("select id, type, name, content, created_at from sandbox.media where id = ?")
                .param(id)
                .query((row, n) -> new Medium(
                        row.getString("id"), row.getString("type"), row.getString("name"), row.getBytes("content"), Sql.instant(row, "created_at")))
                .optional();
    }

    public boolean isExpired(Medium medium) {
        return medium.createdAt().plus(LASTS).isBefore(clock.now());
    }
}

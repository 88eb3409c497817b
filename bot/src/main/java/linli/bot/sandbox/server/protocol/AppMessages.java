package linli.bot.sandbox.server.protocol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import linli.bot.sandbox.server.world.Ids;
import linli.bot.sandbox.server.world.Sql;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the app and the group robots told staff. */
@Component
public class AppMessages {

    private final JdbcClient jdbc;
    private final CommunityClock community;
    private final MachineClock machine;
    private final ApplicationEventPublisher events;

    AppMessages(JdbcClient jdbc, CommunityClock community, MachineClock machine, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.community = community;
        this.machine = machine;
        this.events = events;
    }

    /**
     * @param digest of the whole content, where the caller asked to have repetitions dropped; else null
     * @return its msgid
     */
    String keep(String reader, String kind, String title, String text, String url, String digest) {
        String msgId = Ids.random(24);
        jdbc.sql("""
                        insert into sandbox.app_message (msg_id, reader, kind, title, body, url, digest, sent_at, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(msgId, reader, kind, clean(title), clean(text), url, digest, Sql.at(community.now()), Sql.at(machine.now()))
                .update();
        events.publishEvent(new CardCame(reader));
        return msgId;
    }

    boolean hadBefore(String reader, String digest, Duration within) {
        return jdbc.sql("select count(*) from sandbox.app_message where reader = ? and digest = ? and taken_at > ?")
                        .params(reader, digest, Sql.at(machine.now().minus(within)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The latest first. */
    public List<AppMessage> of(String reader, int limit) {
        return jdbc.sql(CARDS + " where reader = ? order by id desc limit ?").params(reader, limit).query((row, n) -> read(row)).list();
    }

    /** Everybody's later ones, the earliest first. */
    public List<AppMessage> after(long id) {
        return jdbc.sql(CARDS + " where id > ? order by id").param(id).query((row, n) -> read(row)).list();
    }

    /** 0 before the first. */
    public long lastId() {
        return jdbc.sql("select coalesce(max(id), 0) from sandbox.app_message").query(Long.class).single();
    }

    private static final String CARDS = "select id, reader, kind, title, body, url, sent_at from sandbox.app_message";

    private static AppMessage read(ResultSet row) throws SQLException {
        return new AppMessage(
                row.getLong("id"),
                row.getString("reader"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("body"),
                row.getString("url"),
                Sql.instant(row, "sent_at"));
    }

    private static String clean(String text) {
        return text == null ? "" : text.replace("\u0000", "");
    }
}

package linli.bot.outbox;

import java.time.Instant;
import java.time.LocalDateTime;
import linli.bot.time.CommunityClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More groups than any community has: a building each, a hundred buildings a grid. */
final class City {

    static final Instant AFTERNOON = LocalDateTime.parse("2026-07-15T14:00:00").atZone(CommunityClock.ZONE).toInstant();

    private final JdbcClient sql;

    City(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param owned how many groups one owner has */
    void build(int groups, int owned) {
        forget();
        sql.sql("truncate notice_quota, chat_group, area cascade").update();
        sql.sql("insert into area (code, kind, name, number) values ('C', 'COMMUNITY', '芙蓉中路社区', null)").update();
        sql.sql("insert into area (code, kind, name, number, parent_id)"
                        + " select 'G' || i, 'GRID', '第' || i || '网格', i, (select id from area where code = 'C') from generate_series(0, ? / 100) i")
                .param(groups)
                .update();
        sql.sql("insert into area (code, kind, name, number, parent_id, households)"
                        + " select 'B' || i, 'BUILDING', i || '栋', i, g.id, 100"
                        + " from generate_series(1, ?) i join area g on g.code = 'G' || i / 100")
                .param(groups)
                .update();
        sql.sql("insert into chat_group (external_chat_id, name, kind, status, area_id, grid_id, owner_userid, member_count)"
                        + " select 'wrCity' || b.number, b.number || '栋邻里群', 'BUILDING', 'BOUND', b.id, b.parent_id,"
                        + " 'owner' || (b.number::int - 1) / ?, 162 from area b where b.kind = 'BUILDING'")
                .param(owned)
                .update();
        sql.sql("analyze").update();
    }

    /** What was said and sent, but not to whom. */
    void forget() {
        sql.sql("truncate notice, notice_version, notice_event, notice_delivery, outbox_message cascade").update();
    }
}

package linli.bot.sandbox.server.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.bot.sandbox.server.protocol.Answer;
import linli.bot.sandbox.server.world.Kind;
import linli.bot.sandbox.server.world.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first of the two things WeCom has no HTTP interface for. Both calls need a token of the archive's secret. */
@RestController
class ArchiveController {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ArchiveKeys keys;
    private final Seal seal;

    ArchiveController(JdbcClient jdbc, ArchiveKeys keys, Seal seal) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.seal = seal;
    }

    /** @param seq the last one read; 0 for the beginning */
    @GetMapping("/sandbox/archive")
    Map<String, Object> pull(@RequestParam(defaultValue = "0") String seq, @RequestParam(defaultValue = "1000") String limit) {
        if (!seq.matches("\\d{1,18}") || !limit.matches("\\d{1,9}") || limit.matches("0+") || Integer.parseInt(limit) > MOST) {
            return Answer.of(10000, "invalid seq, or limit is not within 1 and " + MOST);
        }
        Map<String, List<String>> members = new HashMap<>();
        List<Map<String, Object>> items = jdbc.sql("""
                        select seq, msg_id, group_id, sender_id, kind, body, quote, revokes, sent_at, key_version, damage
                          from sandbox.message
                         where archived and seq > ?
                         order by seq limit ?""")
                .params(Long.parseLong(seq), Integer.parseInt(limit))
                .query((row, n) -> {
                    String from = row.getString("sender_id");
                    List<String> others = members.computeIfAbsent(row.getString("group_id"), this::members).stream()
                            .filter(id -> !id.equals(from))
                            .toList();
                    return new Entry(
                            row.getLong("seq"),
                            row.getString("msg_id"),
                            row.getString("group_id"),
                            from,
                            Kind.valueOf(row.getString("kind")),
                            Sql.text(row, "body"),
                            Sql.text(row, "quote"),
                            row.getString("revokes"),
                            Sql.instant(row, "sent_at"),
                            row.getInt("key_version"),
                            row.getString("damage"),
                            others);
                })
                .list()
                .stream()
                .map(seal::item)
                .toList();
        return Answer.ok("chatdata", items);
    }

    private List<String> members(String groupId) {
        return jdbc.sql("select person_id from sandbox.member where group_id = ? and left_at is null order by person_id")
                .param(groupId)
                .query(String.class)
                .list();
    }

    @GetMapping("/sandbox/keys")
    Map<String, Object> keys() {
        return Answer.ok("keys", keys.privateKeys().stream()
                .map(key -> Map.of("publickey_ver", key.version(), "private_key", key.pem()))
                .toList());
    }
}

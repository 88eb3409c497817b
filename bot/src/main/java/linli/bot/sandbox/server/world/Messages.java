package linli.bot.sandbox.server.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was said, by whomever, in one sequence for the whole tenant. */
@Component
public class Messages {

    /** Far more than WeChat lets anybody type; the archive may hold it all the same. */
    public static final int TEXT_LIMIT = 100 * 1024;

    private static final long SEQUENCE_LOCK = 0x73616e64626f78L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Groups groups;
    private final Damages damages;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Messages(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Groups groups,
            Damages damages,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.groups = groups;
        this.damages = damages;
        this.clock = clock;
        this.events = events;
    }

    /** Says it once, however often it is said under the same msgId. */
    public Line post(Posting posting) {
        check(posting);
        Posted posted = transactions.execute(status -> {
            lockSequence();
            return findAgain(posting).map(line -> new Posted(line, false, false)).orElseGet(() -> insert(posting));
        });
        announce(posting.group(), posted);
        return posted.line();
    }

    /** The assistant says something by itself (AUTO). The same key is the same line, whatever was said the second time. */
    public Line postBotLine(String key, ChatGroup group, String text, String route) {
        Posted posted = transactions.execute(status -> {
            lockSequence();
            Optional<Line> before = jdbc.sql(LINES + " join sandbox.bot_line b on b.msg_id = l.msg_id where b.key = ?")
                    .param(key)
                    .query((row, n) -> read(row))
                    .optional();
            if (before.isPresent()) {
                return new Posted(before.get(), false, false);
            }
            Posting posting = Posting.text(group, assistant(group), text, route);
            check(posting);
            Posted now = insert(posting);
            jdbc.sql("insert into sandbox.bot_line (key, msg_id) values (?, ?)")
                    .params(key, now.line().msgId())
                    .update();
            return now;
        });
        announce(group, posted);
        return posted.line();
    }

    private Member assistant(ChatGroup group) {
        Person assistant = new Person(Person.ASSISTANT, Texts.of("sandbox.word.assistant"), Person.Kind.ASSISTANT, null);
        return new Member(group.id(), assistant, assistant.name(), true, group.createdAt());
    }

    private void announce(ChatGroup group, Posted posted) {
        if (posted.isNew()) {
            events.publishEvent(new MessagePosted(group.id(), group.name(), posted.line().seq(), posted.archived()));
        }
    }

    /** @param archived what an archive reader will see of it */
    private record Posted(Line line, boolean isNew, boolean archived) {}

    private void check(Posting posting) {
        if (posting.kind().isWords() && posting.text().isBlank()) {
            throw Refused.invalid(Texts.of("sandbox.noText"));
        }
        if (posting.text().length() > TEXT_LIMIT) {
            throw Refused.invalid(Texts.of("sandbox.textTooLong", posting.text().length(), TEXT_LIMIT));
        }
    }

    private Optional<Line> findAgain(Posting posting) {
        if (posting.msgId() == null) {
            return Optional.empty();
        }
        Optional<Line> before = find(posting.msgId());
        before.ifPresent(line -> {
            if (!line.groupId().equals(posting.group().id())) {
                throw Refused.conflict(Texts.of("sandbox.msgIdTaken", posting.msgId()));
            }
        });
        return before;
    }

    private Posted insert(Posting posting) {
        Instant now = clock.now();
        if (posting.kind() == Kind.REVOKE) {
            recall(posting, now);
        }
        boolean archived = posting.sender().isArchived();
        String msgId = posting.msgId() == null ? Ids.message() : posting.msgId();
        long seq = jdbc.sql("""
                        insert into sandbox.message
                               (seq, msg_id, group_id, sender_id, nickname, kind, body, quote, revokes, route, sent_at,
                                media_id, url, description, archived, damage, key_version)
                        select coalesce((select max(seq) from sandbox.message), 0) + 1,
                               :msgId, :group, :sender, :nickname, :kind, :body, :quote, :revokes, :route, :sentAt,
                               :media, :url, :description, :archived, :damage, (select max(version) from sandbox.archive_key)
                        returning seq""")
                .param("msgId", msgId)
                .param("group", posting.group().id())
                .param("sender", posting.sender().person().id())
                .param("nickname", posting.sender().nickname())
                .param("kind", posting.kind().name())
                .param("body", Sql.bytes(posting.text()))
                .param("quote", Sql.bytes(quoted(posting)))
                .param("revokes", posting.kind() == Kind.REVOKE ? posting.revokes() : null)
                .param("route", posting.route())
                .param("sentAt", Sql.at(now))
                .param("media", posting.attached().mediaId())
                .param("url", posting.attached().url())
                .param("description", posting.attached().description())
                .param("archived", archived)
                .param("damage", archived ? damages.take() : null)
                .query(Long.class)
                .single();
        return new Posted(findBySeq(seq).orElseThrow(), true, archived);
    }

    private void recall(Posting posting, Instant now) {
        Line line = find(posting.revokes() == null ? "" : posting.revokes())
                .filter(found -> found.groupId().equals(posting.group().id()))
                .orElseThrow(() -> Refused.invalid(Texts.of("sandbox.nothingToRevoke", posting.group().name())));
        if (!line.sender().id().equals(posting.sender().person().id())) {
            throw Refused.invalid(Texts.of("sandbox.revokeOwn", line.nickname(), posting.sender().nickname()));
        }
        if (line.recalled()) {
            throw Refused.conflict(Texts.of("sandbox.revokedBefore"));
        }
        jdbc.sql("update sandbox.message set recalled_at = ? where msg_id = ?")
                .params(Sql.at(now), line.msgId())
                .update();
    }

    private String quoted(Posting posting) {
        if (posting.quote() == null || posting.quote().isBlank()) {
            return null;
        }
        return find(posting.quote())
                .filter(line -> line.groupId().equals(posting.group().id()))
                .map(line -> line.nickname() + "：" + Summary.of(line, 200))
                .orElse(posting.quote());
    }

    public Optional<Line> find(String msgId) {
        return jdbc.sql(LINES + " where l.msg_id = ?").param(msgId).query((row, n) -> read(row)).optional();
    }

    private Optional<Line> findBySeq(long seq) {
        return jdbc.sql(LINES + " where l.seq = ?").param(seq).query((row, n) -> read(row)).optional();
    }

    /** @param after only what has a greater seq, oldest first */
    public List<Line> after(String groupId, long after, int limit) {
        return jdbc.sql(LINES + " where l.group_id = ? and l.seq > ? and l.kind not in ('AGREE', 'DISAGREE') order by l.seq limit ?")
                .params(groupId, after, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The latest lines before a seq, oldest first. */
    public List<Line> before(String groupId, long before, int limit) {
        return jdbc.sql("select * from (" + LINES + """
                         where l.group_id = ? and l.seq < ? and l.kind not in ('AGREE', 'DISAGREE')
                         order by l.seq desc limit ?) latest order by seq""")
                .params(groupId, before, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The latest community time at which anybody said anything. */
    public Optional<Instant> lastSaid() {
        return jdbc.sql("select max(sent_at) as sent_at from sandbox.message")
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "sent_at")))
                .single();
    }

    /** The archive says who agreed or no longer does, whatever it may say of him after that. */
    public void consent(ChatGroup group, Member member, boolean consents) {
        if (groups.consent(member, consents)) {
            Member heard = new Member(group.id(), member.person(), member.nickname(), true, member.joinedAt());
            post(new Posting(group, heard, consents ? Kind.AGREE : Kind.DISAGREE, "", null, null, Ids.message(), null));
        }
    }

    /** Every living group with its last line, the latest first; silent ones after them. */
    public List<GroupRow> overview() {
        var last = jdbc.sql("select latest.* from sandbox.chat_group g cross join lateral (" + LINES + """
                         where l.group_id = g.id and l.kind not in ('REVOKE', 'AGREE', 'DISAGREE')
                         order by l.seq desc limit 1) latest where g.dismissed_at is null""")
                .query((row, n) -> read(row))
                .list();
        var counts = jdbc.sql("select group_id, count(*) as members from sandbox.member where left_at is null group by group_id")
                .query((row, n) -> Map.entry(row.getString("group_id"), row.getInt("members")))
                .list();
        var owners = jdbc.sql("select g.id, p.name from sandbox.chat_group g join sandbox.person p on p.id = g.owner_id")
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                .list();
        return groups.all().stream()
                .map(group -> new GroupRow(
                        group,
                        valueOf(owners, group.id(), ""),
                        valueOf(counts, group.id(), 0),
                        last.stream().filter(line -> line.groupId().equals(group.id())).findFirst().orElse(null)))
                .toList();
    }

    private static <T> T valueOf(List<Map.Entry<String, T>> entries, String key, T otherwise) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** Numbers are given out one transaction at a time, so that none appears below one that has been read already. */
    private void lockSequence() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(SEQUENCE_LOCK).query((row, n) -> 0).list();
    }

    private static final String LINES = """
            select l.seq, l.msg_id, l.group_id, l.nickname, l.kind as line_kind, l.body, l.quote, l.revokes, l.route, l.sent_at,
                   l.recalled_at, l.media_id, l.url, l.description, p.id as person_id, p.name as person_name, p.kind, p.side
              from sandbox.message l join sandbox.person p on p.id = l.sender_id
            """;

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("seq"),
                row.getString("msg_id"),
                row.getString("group_id"),
                People.read(row, "person_id", "person_name"),
                row.getString("nickname"),
                Kind.valueOf(row.getString("line_kind")),
                Sql.text(row, "body"),
                Sql.text(row, "quote"),
                row.getString("revokes"),
                row.getString("route"),
                Sql.instant(row, "sent_at"),
                row.getTimestamp("recalled_at") != null,
                new Attached(row.getString("media_id"), row.getString("url"), row.getString("description")));
    }
}

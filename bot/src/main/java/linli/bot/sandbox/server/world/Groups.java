package linli.bot.sandbox.server.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The groups and who is in them. */
@Component
public class Groups {

    private static final int NAME_LIMIT = 60;
    private static final Duration LONG_SINCE = Duration.ofDays(1);
    private static final String COLUMNS = "g.id, g.name, g.owner_id, g.member_version, g.created_at, g.dismissed_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final People people;
    private final CommunityClock clock;
    private final ApplicationEventPublisher events;

    Groups(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            People people,
            CommunityClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** Every living group, in the order in which they were made. */
    public List<ChatGroup> all() {
        return jdbc.sql("select " + COLUMNS + " from sandbox.chat_group g where dismissed_at is null order by position")
                .query((row, n) -> read(row))
                .list();
    }

    /** A dismissed group too. */
    public Optional<ChatGroup> findById(String id) {
        return jdbc.sql("select " + COLUMNS + " from sandbox.chat_group g where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @throws Refused naming the nearest groups when there is none of this name or id */
    public ChatGroup require(String nameOrId) {
        return jdbc.sql("select " + COLUMNS + " from sandbox.chat_group g where dismissed_at is null and (name = :it or id = :it)")
                .param("it", nameOrId)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> {
                    List<String> names = Nearest.to(nameOrId, all().stream().map(ChatGroup::name).toList());
                    return new Refused(404, Texts.of("sandbox.noGroup", cut(nameOrId), String.join("、", names)), names);
                });
    }

    public int memberCount(String groupId) {
        return jdbc.sql("select count(*) from sandbox.member where group_id = ? and left_at is null")
                .param(groupId)
                .query(Integer.class)
                .single();
    }

    public List<Member> members(String groupId) {
        return jdbc.sql(MEMBERS + " where m.group_id = ? and m.left_at is null order by p.kind desc, m.joined_at, m.nickname")
                .param(groupId)
                .query((row, n) -> readMember(row))
                .list();
    }

    public Optional<Member> findMember(String groupId, String personId) {
        return jdbc.sql(MEMBERS + " where m.group_id = ? and m.person_id = ? and m.left_at is null")
                .params(groupId, personId)
                .query((row, n) -> readMember(row))
                .optional();
    }

    /** @throws Refused when nobody of this nickname or id is in the group */
    public Member requireMember(ChatGroup group, String nicknameOrId) {
        return members(group.id()).stream()
                .filter(member -> member.nickname().equals(nicknameOrId) || member.person().id().equals(nicknameOrId))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = Nearest.to(
                            nicknameOrId, members(group.id()).stream().map(Member::nickname).toList());
                    return new Refused(404, Texts.of("sandbox.noMember", group.name(), cut(nicknameOrId)), names);
                });
    }

    /**
     * Who speaks under a name: a member by his nickname; {@code 群主} and {@code 网格员} are the owner, {@code 物业} is the
     * property's person of the group; staff of the group by their alias; any staff by name or userid, who join; anybody else is
     * a new resident, who joins.
     */
    public Member speaker(ChatGroup group, String name, boolean consents) {
        String nickname = name.strip();
        List<Member> members = members(group.id());
        Optional<Member> known =
                members.stream().filter(member -> member.nickname().equals(nickname)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (Texts.of("sandbox.word.owner").equals(nickname) || Texts.of("sandbox.word.gridWorker").equals(nickname)) {
            return members.stream()
                    .filter(member -> member.person().id().equals(group.ownerId()))
                    .findFirst()
                    .orElseGet(() -> join(group, people.find(group.ownerId()).orElseThrow(), nickname, true));
        }
        if (Texts.of("sandbox.word.property").equals(nickname)) {
            Optional<Member> property = members.stream()
                    .filter(member -> member.person().side() == Person.Side.PROPERTY)
                    .findFirst();
            if (property.isPresent()) {
                return property.get();
            }
        }
        Optional<Member> colleague = people.findByAlias(nickname).flatMap(person -> findMember(group.id(), person.id()));
        if (colleague.isPresent()) {
            return colleague.get();
        }
        Optional<Person> staff = people.findStaff(nickname);
        if (staff.isPresent()) {
            return findMember(group.id(), staff.get().id())
                    .orElseGet(() -> join(group, staff.get(), staff.get().name(), true));
        }
        checkName(nickname);
        return join(group, resident(group, nickname), nickname, consents, group.createdAt().minus(LONG_SINCE));
    }

    private static Person resident(ChatGroup group, String nickname) {
        return new Person(Ids.resident(group.id(), nickname), nickname, Person.Kind.RESIDENT, null);
    }

    /** A resident comes into the group just now; who speaks without having come has been there all along. */
    public Member arrive(ChatGroup group, String nickname, boolean consents) {
        String name = nickname.strip();
        checkName(name);
        Person person = people.findStaff(name).orElseGet(() -> resident(group, name));
        return findMember(group.id(), person.id()).orElseGet(() -> join(group, person, name, consents));
    }

    /** Lets somebody in, or in again. Publishes after the commit. */
    public Member join(ChatGroup group, Person person, String nickname, boolean consents) {
        return join(group, person, nickname, consents, clock.now());
    }

    private Member join(ChatGroup group, Person person, String nickname, boolean consents, Instant joinedAt) {
        MembersChanged change = transactions.execute(status -> {
            people.add(person);
            jdbc.sql("""
                            insert into sandbox.member (group_id, person_id, nickname, consented, joined_at)
                            values (?, ?, ?, ?, ?)
                            on conflict (group_id, person_id) do update
                               set nickname = excluded.nickname, consented = excluded.consented,
                                   joined_at = excluded.joined_at, left_at = null""")
                    .params(group.id(), person.id(), nickname, consents, Sql.at(joinedAt))
                    .update();
            return new MembersChanged(group.id(), person.id(), true, nextVersion(group));
        });
        events.publishEvent(change);
        return findMember(group.id(), person.id()).orElseThrow();
    }

    /** The owner cannot leave: he gives the group away first, as in WeChat. */
    public void leave(ChatGroup group, Member member) {
        if (member.person().id().equals(group.ownerId())) {
            throw Refused.conflict(Texts.of("sandbox.ownerStays", member.nickname()));
        }
        MembersChanged change = transactions.execute(status -> {
            jdbc.sql("update sandbox.member set left_at = ? where group_id = ? and person_id = ?")
                    .params(Sql.at(clock.now()), group.id(), member.person().id())
                    .update();
            return new MembersChanged(group.id(), member.person().id(), false, nextVersion(group));
        });
        events.publishEvent(change);
    }

    /** @return whether this changed anything */
    public boolean consent(Member member, boolean consents) {
        return jdbc.sql("update sandbox.member set consented = ? where group_id = ? and person_id = ? and consented <> ?")
                        .params(consents, member.groupId(), member.person().id(), consents)
                        .update()
                == 1;
    }

    public ChatGroup create(String name, Person owner) {
        checkName(name);
        if (all().stream().anyMatch(group -> group.name().equals(name))) {
            throw Refused.conflict(Texts.of("sandbox.groupExists", name));
        }
        // A dismissed group keeps its id, so a second one of its name needs another.
        String id = findById(Ids.group(name)).isEmpty() ? Ids.group(name) : Ids.group(name + Ids.random(9));
        ChatGroup group = transactions.execute(status -> {
            insert(id, name, owner);
            return findById(id).orElseThrow();
        });
        events.publishEvent(new GroupChanged(id, GroupChanged.Change.CREATED));
        return group;
    }

    void insert(String id, String name, Person owner) {
        jdbc.sql("insert into sandbox.chat_group (id, name, owner_id, created_at) values (?, ?, ?, ?)")
                .params(id, name, owner.id(), Sql.at(clock.now()))
                .update();
        jdbc.sql("""
                        insert into sandbox.member (group_id, person_id, nickname, consented, joined_at)
                        values (?, ?, ?, true, ?)""")
                .params(id, owner.id(), owner.name(), Sql.at(clock.now()))
                .update();
    }

    public void rename(ChatGroup group, String name) {
        checkName(name);
        if (all().stream().anyMatch(other -> other.name().equals(name) && !other.id().equals(group.id()))) {
            throw Refused.conflict(Texts.of("sandbox.groupExists", name));
        }
        jdbc.sql("update sandbox.chat_group set name = ? where id = ?").params(name, group.id()).update();
        events.publishEvent(new GroupChanged(group.id(), GroupChanged.Change.RENAMED));
    }

    public void handOver(ChatGroup group, Person owner) {
        if (findMember(group.id(), owner.id()).isEmpty()) {
            join(group, owner, owner.name(), true);
        }
        jdbc.sql("update sandbox.chat_group set owner_id = ? where id = ?").params(owner.id(), group.id()).update();
        events.publishEvent(new GroupChanged(group.id(), GroupChanged.Change.OWNER_CHANGED));
    }

    public void dismiss(ChatGroup group) {
        jdbc.sql("update sandbox.chat_group set dismissed_at = ? where id = ?")
                .params(Sql.at(clock.now()), group.id())
                .update();
        events.publishEvent(new GroupChanged(group.id(), GroupChanged.Change.DISMISSED));
    }

    private int nextVersion(ChatGroup group) {
        return jdbc.sql("update sandbox.chat_group set member_version = member_version + 1 where id = ? returning member_version")
                .param(group.id())
                .query(Integer.class)
                .single();
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > NAME_LIMIT || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(Texts.of("sandbox.badName", NAME_LIMIT));
        }
    }

    private static String cut(String name) {
        return name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) + "…" : name;
    }

    private static final String MEMBERS = """
            select m.group_id, m.nickname, m.consented, m.joined_at, p.id as person_id, p.name as person_name, p.kind, p.side
              from sandbox.member m join sandbox.person p on p.id = m.person_id
            """;

    private static Member readMember(ResultSet row) throws SQLException {
        return new Member(
                row.getString("group_id"),
                Objects.requireNonNull(People.read(row, "person_id", "person_name")),
                row.getString("nickname"),
                row.getBoolean("consented"),
                Sql.instant(row, "joined_at"));
    }

    private static ChatGroup read(ResultSet row) throws SQLException {
        return new ChatGroup(
                row.getString("id"),
                row.getString("name"),
                row.getString("owner_id"),
                row.getInt("member_version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "dismissed_at"));
    }
}

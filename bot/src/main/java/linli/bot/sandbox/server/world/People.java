package linli.bot.sandbox.server.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import linli.bot.text.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody with an account. */
@Component
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(String id) {
        return jdbc.sql("select id, name, kind, side from sandbox.person where id = ?")
                .param(id)
                .query((row, n) -> read(row, "id", "name"))
                .optional();
    }

    /** By what colleagues call him; empty where two are called so. */
    public Optional<Person> findByAlias(String alias) {
        List<Person> found = jdbc.sql("select id, name, kind, side from sandbox.person where kind = 'STAFF' and alias = ?")
                .param(alias)
                .query((row, n) -> read(row, "id", "name"))
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** By userid or by name; two staff of one name are told apart by userid only. */
    public Optional<Person> findStaff(String idOrName) {
        List<Person> found = jdbc.sql("""
                        select id, name, kind, side from sandbox.person
                         where kind = 'STAFF' and (id = :who or name = :who)
                         order by id = :who desc, id""")
                .param("who", idOrName)
                .query((row, n) -> read(row, "id", "name"))
                .list();
        return found.stream().findFirst();
    }

    /**
     * By userid, name or alias.
     *
     * @throws Refused naming the nearest staff when there is no such person
     */
    public Person requireStaff(String idOrName) {
        return findStaff(idOrName).or(() -> findByAlias(idOrName)).orElseThrow(() -> {
            List<String> names = Nearest.to(idOrName, staff().stream().map(Person::name).toList());
            return new Refused(404, Texts.of("sandbox.noStaff", idOrName, String.join("、", names)), names);
        });
    }

    public List<Person> staff() {
        return jdbc.sql("select id, name, kind, side from sandbox.person where kind = 'STAFF' order by id")
                .query((row, n) -> read(row, "id", "name"))
                .list();
    }

    void call(Person person, String alias) {
        jdbc.sql("update sandbox.person set alias = ? where id = ?").params(alias, person.id()).update();
    }

    void add(Person person) {
        jdbc.sql("""
                        insert into sandbox.person (id, name, kind, side) values (?, ?, ?, ?)
                        on conflict (id) do nothing""")
                .params(person.id(), person.name(), person.kind().name(), person.side() == null ? null : person.side().name())
                .update();
    }

    static Person read(ResultSet row, String id, String name) throws SQLException {
        String side = row.getString("side");
        return new Person(
                row.getString(id),
                row.getString(name),
                Person.Kind.valueOf(row.getString("kind")),
                side == null ? null : Person.Side.valueOf(side));
    }
}

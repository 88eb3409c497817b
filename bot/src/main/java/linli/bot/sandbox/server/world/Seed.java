package linli.bot.sandbox.server.world;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.text.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Fills an empty world from its file. What is in the database afterwards is the truth; the file is not read again. */
@Component
class Seed {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final People people;
    private final Groups groups;
    private final Path file;

    Seed(JdbcClient jdbc, TransactionTemplate transactions, People people, Groups groups, Surroundings surroundings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.people = people;
        this.groups = groups;
        this.file = surroundings.world();
    }

    @PostConstruct
    void fillWhenEmpty() {
        if (jdbc.sql("select count(*) from sandbox.chat_group").query(Long.class).single() == 0) {
            Map<String, Object> world = read();
            transactions.executeWithoutResult(status -> fill(world));
        }
    }

    private void fill(Map<String, Object> world) {
        people.add(new Person(Person.ASSISTANT, Texts.of("sandbox.word.assistant"), Person.Kind.ASSISTANT, null));
        for (Map<String, Object> staff : maps(world, "staff")) {
            Person person = new Person(
                    text(staff, "userid"),
                    text(staff, "name"),
                    Person.Kind.STAFF,
                    Person.Side.valueOf(text(staff, "side").toUpperCase(Locale.ROOT)));
            people.add(person);
            if (staff.get("alias") != null) {
                people.call(person, text(staff, "alias"));
            }
        }
        for (Map<String, Object> group : maps(world, "groups")) {
            addGroup(group);
        }
    }

    private void addGroup(Map<String, Object> given) {
        String name = text(given, "name");
        String id = Ids.group(name);
        groups.insert(id, name, staff(text(given, "owner")));
        for (String userid : texts(given, "staff")) {
            Person person = staff(userid);
            addMember(id, person, person.name());
        }
        for (String nickname : texts(given, "residents")) {
            Person resident = new Person(Ids.resident(id, nickname), nickname, Person.Kind.RESIDENT, null);
            people.add(resident);
            addMember(id, resident, nickname);
        }
    }

    private void addMember(String groupId, Person person, String nickname) {
        jdbc.sql("""
                        insert into sandbox.member (group_id, person_id, nickname, consented, joined_at)
                        select id, ?, ?, true, created_at from sandbox.chat_group where id = ?""")
                .params(person.id(), nickname, groupId)
                .update();
    }

    private Person staff(String userid) {
        return people.findStaff(userid)
                .orElseThrow(() -> new IllegalStateException(file + ": no staff with userid " + userid));
    }

    private Map<String, Object> read() {
        try (Reader in = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sandbox's world " + file.toAbsolutePath(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> maps(Map<String, Object> from, String key) {
        if (from.get(key) instanceof List<?> list) {
            return (List<Map<String, Object>>) list;
        }
        throw new IllegalStateException(file + ": " + key + " is missing");
    }

    private String text(Map<String, Object> from, String key) {
        if (from.get(key) == null) {
            throw new IllegalStateException(file + ": " + key + " is missing in " + from);
        }
        return from.get(key).toString();
    }

    private static List<String> texts(Map<String, Object> from, String key) {
        return from.get(key) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }
}

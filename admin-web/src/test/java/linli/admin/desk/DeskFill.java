package linli.admin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Puts as many tickets into the database as are wanted, with everything that belongs to them; what was there goes. */
final class DeskFill {

    private static final String TABLES = "ticket, ticket_voice, ticket_message, ticket_event, inbox_message, outbox_message";

    private final DataSource database;

    DeskFill(DataSource database) {
        this.database = database;
    }

    /** Indexes are dropped and built again, and references not checked row by row: it is a copy, not a test of them. */
    void fill(int tickets, int open) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("truncate " + TABLES + " cascade");
            sql.execute("set session_replication_role = replica");
            sql.execute("set maintenance_work_mem = '512MB'");
            sql.execute("discard temp");
            List<String> indexes = dropIndexes(sql);
            for (String each : script().replace("{tickets}", String.valueOf(tickets)).replace("{open}", String.valueOf(open)).split(";\n\\s*\n")) {
                sql.execute(each);
            }
            for (String each : indexes) {
                sql.execute(each);
            }
            sql.execute("reset all");
            sql.execute("vacuum (analyze) " + TABLES);
            sql.execute("checkpoint");
        }
    }

    private static List<String> dropIndexes(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
                + " where not indisunique and indrelid = any (string_to_array('" + TABLES + "', ', ')::regclass[])")) {
            while (found.next()) {
                names.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        for (String name : names) {
            sql.execute("drop index " + name);
        }
        return definitions;
    }

    private static String script() {
        try (var in = DeskFill.class.getResourceAsStream("fill.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

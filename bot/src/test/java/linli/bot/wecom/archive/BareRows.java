package linli.bot.wecom.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that messages left behind, to be inserted once more into tables of the same make and indexes. */
final class BareRows {

    /** Each table, and which message each of its rows belongs to; a ticket's rows go with the ticket's first line. */
    private static final Map<String, String> TABLES = tables();

    private final DataSource database;
    private final JdbcClient sql;

    BareRows(DataSource database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
        sql.sql("create schema bare").update();
        TABLES.keySet().forEach(table -> sql.sql(
                        "create table bare." + table + " (like public." + table + " including defaults including indexes)")
                .update());
    }

    private static Map<String, String> tables() {
        String ofTicket = "(select min(l.message_id) from ticket_message l where l.ticket_id = r.%s)";
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("inbox_message", "r.id");
        tables.put("parse_result", "r.message_id");
        tables.put("ticket", ofTicket.formatted("id"));
        tables.put("ticket_voice", "r.message_id");
        tables.put("ticket_message", "r.message_id");
        tables.put("ticket_event", ofTicket.formatted("ticket_id"));
        tables.put("announcement", ofTicket.formatted("ticket_id"));
        return tables;
    }

    long lastMessage() {
        return sql.sql("select coalesce(max(id), 0) from inbox_message").query(Long.class).single();
    }

    List<String> failures() {
        return sql.sql("select distinct coalesce(failure, outcome) from inbox_message where attempts > 0 or state <> 'DONE'")
                .query(String.class)
                .list();
    }

    /** What the messages after {@code from} left, each message's rows together. */
    Round of(long from) {
        Map<Long, List<Row>> messages = new TreeMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        TABLES.forEach((table, message) -> {
            List<Row> rows = sql.sql("select " + message + " of_message, r.* from " + table + " r where " + message + " > ?")
                    .param(from)
                    .query((row, number) -> {
                        Object[] values = new Object[row.getMetaData().getColumnCount() - 1];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = row.getObject(i + 2);
                        }
                        return new Row(row.getLong(1), table, values);
                    })
                    .list();
            rows.forEach(row -> messages.computeIfAbsent(row.message(), id -> new ArrayList<>()).add(row));
            counts.put(table, rows.size());
        });
        return new Round(List.copyOf(messages.values()), counts);
    }

    private record Row(long message, String table, Object[] values) {

        String insert() {
            return "insert into bare." + table + " values (" + String.join(", ", Collections.nCopies(values.length, "?")) + ")";
        }
    }

    final class Round {

        private final List<List<Row>> messages;
        private final Map<String, Integer> counts;

        private Round(List<List<Row>> messages, Map<String, Integer> counts) {
            this.messages = messages;
            this.counts = counts;
        }

        String describe() {
            return counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
        }

        /** One transaction for each message. */
        void insert(int connections) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(connections);
            try {
                List<Future<?>> shares = new ArrayList<>();
                for (int share = 0; share < connections; share++) {
                    int mine = share;
                    shares.add(threads.submit(() -> {
                        insertShare(mine, connections);
                        return null;
                    }));
                }
                for (Future<?> share : shares) {
                    share.get();
                }
            } finally {
                threads.shutdown();
            }
        }

        private void insertShare(int mine, int connections) throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                for (int i = mine; i < messages.size(); i += connections) {
                    for (Row row : messages.get(i)) {
                        insert(connection, row);
                    }
                    connection.commit();
                }
                connection.setAutoCommit(true);
            }
        }

        private void insert(Connection connection, Row row) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(row.insert())) {
                for (int i = 0; i < row.values().length; i++) {
                    statement.setObject(i + 1, row.values()[i]);
                }
                statement.executeUpdate();
            }
        }
    }
}

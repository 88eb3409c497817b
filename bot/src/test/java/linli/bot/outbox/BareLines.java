package linli.bot.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a notice in tables of the same make and indexes, without the program. */
final class BareLines {

    private final DataSource database;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    BareLines(DataSource database, JdbcClient sql, TransactionTemplate transaction) {
        this.database = database;
        this.sql = sql;
        this.transaction = transaction;
        sql.sql("create schema bare").update();
        for (String table : List.of("notice_delivery", "outbox_message")) {
            sql.sql("create table bare." + table + " (like public." + table + " including defaults including constraints including indexes including storage)")
                    .update();
        }
        sql.sql("alter table bare.notice_delivery add foreign key (notice_id) references notice").update();
        sql.sql("alter table bare.outbox_message add foreign key (after_id) references bare.outbox_message").update();
    }

    /** As they were written, in one transaction. */
    void copy(long noticeId) {
        transaction.executeWithoutResult(status -> {
            sql.sql("insert into bare.notice_delivery select * from notice_delivery where notice_id = ?").param(noticeId).update();
            sql.sql("insert into bare.outbox_message select * from outbox_message where key like ?").param("notice:" + noticeId + ":%").update();
        });
    }

    /** Claims and marks lines over that many connections until none is left. */
    void drain(int connections, int batch) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Void>> shares = threads.invokeAll(IntStream.range(0, connections).mapToObj(i -> claiming(batch)).toList());
            for (Future<Void> share : shares) {
                share.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Void> claiming(int batch) {
        return () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement claim = connection.prepareStatement(
                            "update bare.outbox_message set state = 'TASK_CREATED', vendor_ref = ?, attempts = attempts + 1"
                                    + " where id in (select id from bare.outbox_message where state = 'WAITING' order by not_before, id limit ?"
                                    + " for update skip locked)")) {
                connection.setAutoCommit(false);
                int call = 0;
                do {
                    claim.setString(1, "task" + call++);
                    claim.setInt(2, batch);
                } while (commit(connection, claim.executeUpdate()) > 0);
                connection.setAutoCommit(true);
            }
            return null;
        };
    }

    private static int commit(Connection connection, int claimed) throws SQLException {
        connection.commit();
        return claimed;
    }

    void empty() {
        sql.sql("truncate bare.notice_delivery, bare.outbox_message").update();
    }
}

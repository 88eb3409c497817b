package linli.admin.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;

/** Hears the statements that a page runs, with their values, and has the database explain the very same. */
@Intercepts({
    @Signature(type = StatementHandler.class, method = "update", args = Statement.class),
    @Signature(type = StatementHandler.class, method = "query", args = {Statement.class, ResultHandler.class})
})
class PageBuffers implements Interceptor {

    private static final Pattern TOUCHED = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)");

    /** The pool's wrapper says what it wraps. */
    private static final String WRAPPING = " wrapping ";

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        if (listening) {
            String statement = invocation.getArgs()[0].toString();
            heard.add(statement.substring(statement.indexOf(WRAPPING) + WRAPPING.length()));
        }
        return invocation.proceed();
    }

    /** A statement with its values, and the buffers it touches. */
    record Cost(String statement, long buffers) {}

    /** Runs what asks for a page, while nobody else asks. */
    List<String> during(Errands.Asked page) throws Exception {
        heard.clear();
        listening = true;
        try {
            Errands.timed(page);
        } finally {
            listening = false;
        }
        return new ArrayList<>(heard);
    }

    static List<Cost> explain(List<String> statements, DataSource database) throws SQLException {
        List<Cost> costs = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                costs.add(new Cost(each, buffers(sql, each)));
                connection.rollback();
            }
        }
        return costs;
    }

    /** Of the whole plan: its topmost node comes first and counts those below. */
    private static long buffers(Statement sql, String statement) throws SQLException {
        try (ResultSet plan = sql.executeQuery("explain (analyze, buffers, timing off, format json) " + statement)) {
            plan.next();
            Matcher touched = TOUCHED.matcher(plan.getString(1));
            long buffers = 0;
            for (int i = 0; i < 2 && touched.find(); i++) {
                buffers += Long.parseLong(touched.group(1));
            }
            return buffers;
        }
    }
}

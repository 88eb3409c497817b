package linli.bot.wecom.archive;

import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;

/** Counts the statements that go to the database. */
@Intercepts({
    @Signature(type = StatementHandler.class, method = "update", args = Statement.class),
    @Signature(type = StatementHandler.class, method = "query", args = {Statement.class, ResultHandler.class})
})
class StatementCounts implements Interceptor {

    private final LongAdder times = new LongAdder();

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        times.increment();
        return invocation.proceed();
    }

    void reset() {
        times.reset();
    }

    long total() {
        return times.sum();
    }
}

package linli.bot.wecom.archive;

import java.lang.reflect.Field;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.statement.BaseStatementHandler;
import org.apache.ibatis.executor.statement.RoutingStatementHandler;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;

/** Counts the statements that went to the database, by mapper method, and how long they took. */
@Intercepts({
    @Signature(type = StatementHandler.class, method = "update", args = Statement.class),
    @Signature(type = StatementHandler.class, method = "batch", args = Statement.class),
    @Signature(type = StatementHandler.class, method = "query", args = {Statement.class, ResultHandler.class})
})
class StatementCounts implements Interceptor {

    private static final Field DELEGATE = field(RoutingStatementHandler.class, "delegate");
    private static final Field STATEMENT = field(BaseStatementHandler.class, "mappedStatement");

    private final Map<String, LongAdder> times = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        String name = invocation.getTarget() instanceof RoutingStatementHandler handler ? nameOf(handler) : "other";
        long before = System.nanoTime();
        try {
            return invocation.proceed();
        } finally {
            times.computeIfAbsent(name, any -> new LongAdder()).increment();
            nanos.computeIfAbsent(name, any -> new LongAdder()).add(System.nanoTime() - before);
        }
    }

    /** By the fields themselves: MyBatis' own reflection would cost more than the statement. */
    private static String nameOf(RoutingStatementHandler handler) throws IllegalAccessException {
        String id = ((MappedStatement) STATEMENT.get(DELEGATE.get(handler))).getId();
        return id.substring(id.lastIndexOf('.', id.lastIndexOf('.') - 1) + 1);
    }

    private static Field field(Class<?> of, String name) {
        try {
            Field field = of.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    void reset() {
        times.clear();
        nanos.clear();
    }

    long total() {
        return times.values().stream().mapToLong(LongAdder::sum).sum();
    }

    String describe(long messages) {
        return times.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, LongAdder> e) -> -nanos.get(e.getKey()).sum()))
                .limit(40)
                .map(e -> "%s %.2f x %d us".formatted(e.getKey(), e.getValue().sum() / (double) messages, nanos.get(e.getKey()).sum() / 1000 / e.getValue().sum()))
                .collect(Collectors.joining("\n   "));
    }
}

package linli.bot.schedule;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.quartz.Scheduler;
import org.springframework.stereotype.Component;

/** Quartz's tables, from the script that Quartz ships, without its DROP and COMMIT lines. */
@Component
class V008__quartz extends BaseJavaMigration {

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    @Override
    public void migrate(Context context) throws Exception {
        try (InputStream in = Scheduler.class.getResourceAsStream(SCRIPT);
                Statement statement = context.getConnection().createStatement()) {
            for (String sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                String bare = sql.replaceAll("(?m)^\\s*--.*$", "").strip();
                if (!bare.isEmpty() && !bare.regionMatches(true, 0, "drop", 0, 4) && !bare.equalsIgnoreCase("commit")) {
                    statement.execute(bare);
                }
            }
        }
    }
}

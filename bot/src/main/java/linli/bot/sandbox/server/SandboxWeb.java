package linli.bot.sandbox.server;

import org.flywaydb.core.Flyway;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** The running sandbox. */
public final class SandboxWeb implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context;

    private SandboxWeb(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Brings the schema up to date, seeds the world at the first start, and listens. */
    public static SandboxWeb open(Surroundings surroundings) {
        Flyway.configure()
                .dataSource(surroundings.database())
                .schemas("sandbox")
                .locations("classpath:db/sandbox")
                .load()
                .migrate();
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setId("sandbox");
        context.setDisplayName("sandbox");
        context.getBeanFactory().registerSingleton("surroundings", surroundings);
        context.register(SandboxWebConfiguration.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return new SandboxWeb(context);
    }

    @Override
    public void close() {
        context.close();
    }
}

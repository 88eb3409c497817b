package linli.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The test's machine stands in that zone, from before the system starts: the database's sessions take it over as they begin. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MachineZone.Journey.class)
@interface MachineZone {

    String value();

    /** There and back. */
    class Journey implements BeforeAllCallback, AfterAllCallback {

        private final TimeZone home = TimeZone.getDefault();

        @Override
        public void beforeAll(ExtensionContext test) {
            TimeZone.setDefault(TimeZone.getTimeZone(test.getRequiredTestClass().getAnnotation(MachineZone.class).value()));
        }

        @Override
        public void afterAll(ExtensionContext test) {
            TimeZone.setDefault(home);
        }
    }
}

package linli.admin.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import linli.bot.text.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The health checks in words. */
@Component
class Parts {

    /** What people can do something about. */
    private static final List<String> SHOWN = List.of("db", "redis", "wecom", "archive", "diskSpace");

    private static final List<String> DETAILS = List.of("meaning", "lagSeconds", "quarantined", "lastTrouble");

    private final ObjectProvider<HealthEndpoint> endpoint;

    Parts(ObjectProvider<HealthEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    List<Part> all() {
        HealthEndpoint health = endpoint.getIfAvailable();
        return health != null && health.health() instanceof CompositeHealthDescriptor all
                ? SHOWN.stream().filter(all.getComponents()::containsKey).map(name -> part(name, all.getComponents().get(name))).toList()
                : List.of();
    }

    private static Part part(String name, HealthDescriptor health) {
        Status status = health.getStatus();
        String tone = status.equals(Status.UP) ? "done" : status.equals(Status.UNKNOWN) ? "" : "alarm";
        return new Part(Texts.of("health." + name), Texts.of("health.state." + status.getCode()), tone, details(health));
    }

    private static List<String> details(HealthDescriptor health) {
        if (!(health instanceof IndicatedHealthDescriptor indicated) || indicated.getDetails() == null) {
            return List.of();
        }
        Map<String, Object> details = indicated.getDetails();
        return DETAILS.stream().flatMap(key -> sentence(key, details.get(key))).toList();
    }

    /** Nothing is said of a lag or a number that is zero. */
    private static Stream<String> sentence(String key, Object value) {
        boolean nothing = value == null || value instanceof Number number && number.longValue() == 0;
        return nothing ? Stream.empty() : Stream.of(Texts.of("health.detail." + key, Objects.toString(value)));
    }
}

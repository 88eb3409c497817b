package linli.bot.sandbox.server.api;

import java.net.URI;
import java.util.Map;
import linli.bot.sandbox.server.Surroundings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where staff work, for the chat page's way to the side bar: the app that takes our callbacks. */
@RestController
class ConsoleApi {

    private final Surroundings surroundings;

    ConsoleApi(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @GetMapping("/sandbox/api/console")
    ResponseEntity<Map<String, String>> show() {
        return surroundings.callback().get()
                .map(callback -> ResponseEntity.ok(Map.of("url", origin(callback))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}

package linli.bot.sandbox.server.protocol;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /cgi-bin/gettoken} (path 91039). */
@RestController
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/cgi-bin/gettoken")
    Map<String, Object> token(@RequestParam(required = false) String corpid, @RequestParam(required = false) String corpsecret) {
        Tokens.Token token = tokens.issue(corpid, corpsecret);
        return Answer.ok("access_token", token.value(), "expires_in", token.expiresIn());
    }
}

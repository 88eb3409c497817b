package linli.bot.sandbox.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import linli.bot.sandbox.server.Body;
import linli.bot.sandbox.server.archive.ArchiveKeys;
import linli.bot.sandbox.server.fault.Fault;
import linli.bot.sandbox.server.fault.Faults;
import linli.bot.sandbox.server.protocol.Quota;
import linli.bot.sandbox.server.protocol.Tokens;
import linli.bot.sandbox.server.world.Damages;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The switches that make the sandbox misbehave. */
@RestController
class FaultsApi {

    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "path", "times", "slowMillis", "errcode", "rateLimit", "loseAnswer", "down", "badItem", "expireTokens",
            "quotaExhausted"));
    private static final int LONGEST_WAIT = 120_000;

    private final Faults faults;
    private final Damages damages;
    private final Quota quota;
    private final Tokens tokens;
    private final ArchiveKeys keys;
    private final Groups groups;
    private final Body body;

    FaultsApi(Faults faults, Damages damages, Quota quota, Tokens tokens, ArchiveKeys keys, Groups groups, Body body) {
        this.faults = faults;
        this.damages = damages;
        this.quota = quota;
        this.tokens = tokens;
        this.keys = keys;
        this.groups = groups;
        this.body = body;
    }

    @GetMapping("/sandbox/api/faults")
    Map<String, Object> show() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("faults", faults.all());
        out.put("badItems", damages.waiting());
        return out;
    }

    @PostMapping("/sandbox/api/faults")
    Map<String, Object> add(@RequestBody(required = false) byte[] bytes) {
        JsonNode request = body.read(bytes);
        for (String field : request.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new Refused(400, Texts.of("sandbox.noFault", field, String.join("、", FIELDS)), List.copyOf(FIELDS));
            }
        }
        Integer times = Body.number(request, "times", 1, 1_000_000);
        Fault fault = new Fault(
                Body.text(request, "path"),
                times,
                Body.number(request, "slowMillis", 0, LONGEST_WAIT),
                Body.number(request, "errcode", -1, 9_999_999),
                Body.number(request, "rateLimit", 0, 1_000_000),
                Body.flag(request, "loseAnswer"),
                Body.flag(request, "down"));
        boolean does = fault.slowMillis() != null || fault.errcode() != null || fault.rateLimit() != null
                || fault.loseAnswer() != null || fault.down() != null;
        boolean other = switchOthers(request, times == null ? 1 : times);
        if (does) {
            faults.add(fault);
        } else if (!other) {
            throw Refused.invalid(Texts.of("sandbox.emptyFault", String.join("、", FIELDS)));
        }
        return show();
    }

    private boolean switchOthers(JsonNode request, int times) {
        boolean any = false;
        JsonNode bad = request.get("badItem");
        if (bad != null && !bad.isNull() && !(bad.isBoolean() && !bad.asBoolean())) {
            damages.next(bad.isString() ? bad.asString() : "key", times);
            any = true;
        }
        if (Boolean.TRUE.equals(Body.flag(request, "expireTokens"))) {
            tokens.expireAll();
            any = true;
        }
        if (request.hasNonNull("quotaExhausted")) {
            List<String> ids = new ArrayList<>();
            request.get("quotaExhausted").forEach(name -> ids.add(groups.require(name.asString()).id()));
            quota.exhaust(ids);
            any = true;
        }
        return any;
    }

    @DeleteMapping("/sandbox/api/faults")
    Map<String, Object> clear() {
        faults.clear();
        damages.clear();
        quota.restore();
        return show();
    }

    /** New archive items come under a new RSA pair from now on. */
    @PostMapping("/sandbox/api/keys/rotate")
    Map<String, Object> rotate() {
        return Map.of("publickey_ver", keys.rotate());
    }
}

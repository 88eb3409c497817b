package linli.bot.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import linli.bot.memory.Remembered;
import linli.bot.problem.Invalid;
import linli.bot.time.MachineClock;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The community's settings in force. Another node's change is seen within two seconds. */
@Component
public class Settings {

    private final CommunityProperties defaults;
    private final SettingMapper mapper;
    private final Remembered remembered;
    private volatile Map<String, String> lent = Map.of();

    Settings(CommunityProperties defaults, SettingMapper mapper, MachineClock machine) {
        this.defaults = defaults;
        this.mapper = mapper;
        this.remembered = new Remembered(machine);
    }

    public String communityName() {
        return changed("name").orElse(defaults.name());
    }

    public String assistant() {
        return changed("assistant").orElse(defaults.assistant());
    }

    /** A telephone number by its key (community, gas, lift, housing), if the community gave one. */
    public Optional<String> phone(String key) {
        return changed("phone." + key).or(() -> Optional.ofNullable(defaults.phones().get(key))).filter(p -> !p.isBlank());
    }

    public Duration settle() {
        return changed("settle").map(DurationStyle::detectAndParse).orElse(defaults.settle());
    }

    public Duration spacing() {
        return changed("spacing").map(DurationStyle::detectAndParse).orElse(defaults.spacing());
    }

    public int dailyLines() {
        return changed("daily-lines").map(Integer::parseInt).orElse(defaults.dailyLines());
    }

    public LocalTime quietFrom() {
        return changed("quiet-from").map(LocalTime::parse).orElse(defaults.quietFrom());
    }

    public LocalTime quietTo() {
        return changed("quiet-to").map(LocalTime::parse).orElse(defaults.quietTo());
    }

    /**
     * Changes a setting for every node.
     *
     * @param value as it would stand in configuration; null takes the change back
     */
    public void change(String key, String value) {
        try {
            check(key, value);
        } catch (RuntimeException e) {
            throw new Invalid("problem.setting", key, String.valueOf(value));
        }
        if (value == null) {
            mapper.delete(key);
        } else {
            mapper.store(key, value);
        }
        remembered.changed();
    }

    /**
     * Other settings for a rehearsal, on this node only and before everything else, until it gives them back with an empty
     * map. They are gone with the process.
     */
    public void lend(Map<String, String> values) {
        values.forEach((key, value) -> {
            try {
                check(key, value);
            } catch (RuntimeException e) {
                throw new Invalid("problem.setting", key, String.valueOf(value));
            }
        });
        lent = Map.copyOf(values);
    }

    private static void check(String key, String value) {
        if (value == null) {
            return;
        }
        switch (key) {
            case "settle", "spacing" -> DurationStyle.detectAndParse(value);
            case "daily-lines" -> Integer.parseInt(value);
            case "quiet-from", "quiet-to" -> LocalTime.parse(value);
            case "name", "assistant" -> { }
            default -> {
                if (!key.startsWith("phone.")) {
                    throw new IllegalArgumentException(key);
                }
            }
        }
    }

    private Optional<String> changed(String key) {
        String rehearsed = lent.get(key);
        if (rehearsed != null) {
            return Optional.of(rehearsed);
        }
        return Optional.ofNullable(remembered.get("all", this::readAll).get(key));
    }

    private Map<String, String> readAll() {
        Map<String, String> values = new HashMap<>();
        mapper.findAll().forEach(row -> values.put(row.key(), row.value()));
        return values;
    }
}

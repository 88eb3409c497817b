package linli.bot.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A community's own settings, as installed.
 *
 * @param name 社区 name, as it signs notices
 * @param assistant name of the assistant as residents call it after an @
 * @param phones telephone numbers that fill the braces of replies: community, gas, lift, housing; a clause whose number is
 *     missing is left out
 * @param settle pause between the first line of a trouble and its acknowledgement, in which more lines are merged (C2)
 * @param spacing shortest time between two unsolicited lines in one group (C7)
 * @param dailyLines most unsolicited lines a group hears in a day (C7)
 * @param quietFrom start of the quiet hours (C8)
 * @param quietTo end of the quiet hours (C8)
 */
@ConfigurationProperties(prefix = "linli.community", ignoreUnknownFields = false)
record CommunityProperties(
        @DefaultValue("") String name,
        @DefaultValue("") String assistant,
        Map<String, String> phones,
        @DefaultValue("90s") Duration settle,
        @DefaultValue("10m") Duration spacing,
        @DefaultValue("6") int dailyLines,
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("07:30") LocalTime quietTo) {

    CommunityProperties {
        phones = phones == null ? Map.of() : Map.copyOf(phones);
    }
}

package linli.bot.morning;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether grid workers get a card at the end of the quiet hours
 * @param console address of the console as phones reach it, such as https://linli.example.org; without it the card has no links
 */
@ConfigurationProperties(prefix = "linli.morning", ignoreUnknownFields = false)
record MorningProperties(@DefaultValue("true") boolean enabled, @DefaultValue("") String console) {}

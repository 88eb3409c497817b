package linli.bot.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param route how the bot's own lines reach a residents' group: STAFF_TAP at a real tenant (a person posts them); AUTO is
 *     refused everywhere but in the sandbox
 */
@ConfigurationProperties(prefix = "linli.speech", ignoreUnknownFields = false)
record SpeechProperties(@DefaultValue("STAFF_TAP") Route route) {}

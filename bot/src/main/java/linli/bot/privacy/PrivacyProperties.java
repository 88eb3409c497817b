package linli.bot.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param textKey AES-256 key for the words at rest, 32 bytes in Base64. Empty: one is made at first start and kept in the
 *     data folder, which suits one node; several nodes must be given the same key
 * @param keepText how long words that belong to no ticket are kept (PIPL art. 19)
 */
@ConfigurationProperties(prefix = "linli.privacy", ignoreUnknownFields = false)
public record PrivacyProperties(@DefaultValue("") String textKey, @DefaultValue("30d") Duration keepText) {}

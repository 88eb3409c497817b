package linli.bot.setup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What is set up at first start.
 *
 * @param file {@code linli.setup.import}: the spreadsheet brought in when there is no community yet
 * @param samplePassword password of everybody in it, for rehearsals only; without it nobody can log in until the
 *     administrator has handed out passwords
 * @param adminPassword password of the first administrator, used while no administrator can log in; has to be changed at
 *     the first login. Give it as LINLI_ADMIN_PASSWORD
 */
@ConfigurationProperties(prefix = "linli.setup", ignoreUnknownFields = false)
record SetupProperties(@Name("import") Path file, String samplePassword, String adminPassword) {

    boolean hasSamplePassword() {
        return samplePassword != null && !samplePassword.isBlank();
    }

    boolean hasAdminPassword() {
        return adminPassword != null && !adminPassword.isBlank();
    }
}

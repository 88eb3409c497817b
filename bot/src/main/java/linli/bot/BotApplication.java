package linli.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The product without a face: listens to the groups, keeps the tickets, speaks. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = BotApplication.SANDBOX_SERVER),
            // Else what one test sets up, such as a clock that stands still, is found by every other test.
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class)
        })
public class BotApplication {

    /** What the sandbox serves on its own port belongs to its own web context, never to ours. */
    public static final String SANDBOX_SERVER = "linli\\.bot\\.sandbox\\.server\\..*";

    public static void main(String[] args) {
        SpringApplication.run(BotApplication.class, args);
    }
}

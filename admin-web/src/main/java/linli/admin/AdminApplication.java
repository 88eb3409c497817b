package linli.admin;

import linli.bot.BotApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The console. Started, it runs everything; the switches in config/application.yml take roles away from it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"linli.bot", "linli.admin"})
@ComponentScan(
        basePackages = {"linli.bot", "linli.admin"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = BotApplication.SANDBOX_SERVER),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = BotApplication.class)
        })
public class AdminApplication {

    public static void main(String[] args) {
        SpringApplication.run(AdminApplication.class, args);
    }
}

package linli.bot.sandbox;

import linli.bot.BotApplication;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;


/** The sandbox with a database and clocks, and nobody who talks to it. No stereotype, so that no scan finds it. */
@EnableAutoConfiguration
@EnableConfigurationProperties(SandboxProperties.class)
@ComponentScan(
        basePackages = {"linli.bot.time", "linli.bot.sandbox"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = BotApplication.SANDBOX_SERVER))
@MapperScan(basePackages = "linli.bot.time", annotationClass = Mapper.class)
class SandboxAlone {

    public static void main(String[] args) {
        SpringApplication.run(SandboxAlone.class, args);
    }
}

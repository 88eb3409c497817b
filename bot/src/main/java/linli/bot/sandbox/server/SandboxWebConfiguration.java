package linli.bot.sandbox.server;

import java.net.InetAddress;
import jakarta.servlet.MultipartConfigElement;
import linli.bot.time.CommunityClock;
import linli.bot.time.MachineClock;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's whole web layer, put together by hand: auto-configuration would find the product's beans instead. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@ComponentScan
class SandboxWebConfiguration implements WebMvcConfigurer {

    @Bean
    TomcatServletWebServerFactory webServer(Surroundings surroundings) {
        var factory = new TomcatServletWebServerFactory(surroundings.port());
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.addContextValves(new PlainLoaderValve(), new HangUpValve(), new JsonOnlyValve());
        return factory;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    MultipartConfigElement uploads() {
        return new MultipartConfigElement("", 32L * 1024 * 1024, 32L * 1024 * 1024, 1024 * 1024);
    }

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    @Bean
    JdbcClient jdbc(Surroundings surroundings) {
        return JdbcClient.create(surroundings.database());
    }

    @Bean
    TransactionTemplate transactions(Surroundings surroundings) {
        return new TransactionTemplate(new DataSourceTransactionManager(surroundings.database()));
    }

    @Bean
    CommunityClock communityClock(Surroundings surroundings) {
        return surroundings.community();
    }

    @Bean
    MachineClock machineClock(Surroundings surroundings) {
        return surroundings.machine();
    }

    @Bean
    Tenant tenant(Surroundings surroundings) {
        return surroundings.tenant();
    }

    @Bean
    JsonMapper json() {
        return JsonMapper.builder().build();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(json()));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addViewController("/sandbox/api").setViewName("forward:/api.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.html", "/*.css", "/*.js", "/*.svg")
                .addResourceLocations("classpath:/static-sandbox/")
                .setCachePeriod(0);
    }
}

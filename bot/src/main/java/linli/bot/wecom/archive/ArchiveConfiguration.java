package linli.bot.wecom.archive;

import io.micrometer.core.instrument.MeterRegistry;
import linli.bot.time.MachineClock;
import linli.bot.wecom.ConditionalOnReceiving;
import linli.bot.wecom.ConditionalOnSandbox;
import linli.bot.wecom.WeCom;
import linli.bot.wecom.WeComProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the sandbox's archive. At any other address there is no source yet, and the health page says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnReceiving
@ConditionalOnSandbox
@ConditionalOnProperty("linli.wecom.archive-secret")
class ArchiveConfiguration {

    @Bean
    ArchiveSource archiveSource(WeCom weCom, WeComProperties properties) {
        return new SandboxArchiveSource(weCom, properties.base());
    }

    @Bean
    ArchiveKeys archiveKeys(WeCom weCom, WeComProperties properties) {
        return properties.archiveKeys().isEmpty()
                ? new SandboxArchiveKeys(weCom, properties.base())
                : new ConfiguredArchiveKeys(properties.archiveKeys());
    }

    @Bean
    ArchivePuller archivePuller(
            ArchiveSource source,
            ArchiveKeys keys,
            ArchiveStore store,
            WeComProperties properties,
            MachineClock machine,
            MeterRegistry meters) {
        return new ArchivePuller(source, keys, store, properties.archivePoll(), properties.archivePage(), machine, meters);
    }

    @Bean
    ArchiveNews archiveNews(ArchivePuller puller) {
        return new ArchiveNews(puller);
    }
}

package linli.bot.intake;

import java.nio.file.Path;
import linli.bot.parsing.Lexicon;
import linli.bot.parsing.Parser;
import linli.bot.thread.ReaderModel;
import linli.bot.thread.ThreadReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One reader for every worker, from the words in the configuration folder. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    Parser parser(@Value("${linli.config:config}") Path config) {
        return new Parser(Lexicon.read(config.resolve("lexicon")));
    }

    @Bean
    ThreadReader threadReader(Parser parser) {
        return new ThreadReader(parser, ReaderModel.builtIn());
    }
}

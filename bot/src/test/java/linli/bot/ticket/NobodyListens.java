package linli.bot.ticket;

import linli.bot.inbox.MessageHandler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Lines are stored and nothing is made of them, so that a test opens its tickets itself. */
@TestConfiguration
@Import(TicketFixtures.class)
class NobodyListens {

    @Bean
    @Primary
    MessageHandler ignoring() {
        return lines -> lines.stream().map(line -> MessageHandler.Disposition.done("ignored")).toList();
    }
}

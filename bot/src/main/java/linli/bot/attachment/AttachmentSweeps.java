package linli.bot.attachment;

import linli.bot.time.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files nobody needs any more go by the clock. */
@Configuration(proxyBeanMethods = false)
class AttachmentSweeps {

    @Bean
    Sweep forgetOldAttachments(Attachments attachments) {
        return Sweep.every("1H", "forget-old-attachments", attachments::forget);
    }
}

package linli.bot.intake.step;

import java.util.Map;
import java.util.Optional;
import linli.bot.faq.Faqs;
import linli.bot.parsing.Intent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A question put to the assistant that the community's approved answers cover. Unasked, it never answers. */
@Component
@Order(60)
class AnswerFromFaq implements Step {

    private final Faqs faqs;
    private final Answers answers;

    AnswerFromFaq(Faqs faqs, Answers answers) {
        this.faqs = faqs;
        this.answers = answers;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (!heard.addressed() || heard.understanding().intent() != Intent.CONSULT) {
            return Optional.empty();
        }
        return faqs.find(heard.words()).map(faq -> {
            answers.say(heard, "faq", Map.of("answer", faq.answer()));
            return "faq";
        });
    }
}

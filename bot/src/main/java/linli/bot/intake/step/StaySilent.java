package linli.bot.intake.step;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Neighbours talking. Whoever called the assistant by name still hears the contact line. */
@Component
@Order(100)
class StaySilent implements Step {

    private final Answers answers;

    StaySilent(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<String> take(Heard heard) {
        if (heard.addressed() && !heard.isFromStaff()) {
            answers.sayContact(heard);
            return Optional.of("contact");
        }
        return Optional.of("chat");
    }
}

package linli.bot.intake.step;

import java.util.Optional;

/** One thing a line may lead to. */
public interface Step {

    /** @return a word for what became of the line, or empty when this step has nothing to do with it */
    Optional<String> take(Heard heard);
}

package linli.bot.staff;

import java.time.Duration;

/** What came of an attempt to log in. */
public sealed interface LoginOutcome {

    /** @param mustChange whether the password was given by somebody else and has to be changed first */
    record Accepted(Staff staff, boolean mustChange) implements LoginOutcome {}

    /** Unknown name, wrong password, no password yet or no longer here: nobody is told which. */
    record Refused() implements LoginOutcome {}

    record Locked(Duration remaining) implements LoginOutcome {}
}

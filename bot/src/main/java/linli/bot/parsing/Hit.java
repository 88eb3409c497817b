package linli.bot.parsing;

import java.util.List;

/** A word of the lexicon found in a line. */
record Hit(int start, int end, List<Role> roles) {

    int length() {
        return end - start;
    }

    boolean lies(Hit within) {
        return start >= within.start && end <= within.end && length() < within.length();
    }

    boolean isDecoy() {
        return roles.stream().anyMatch(Role.Decoy.class::isInstance);
    }
}

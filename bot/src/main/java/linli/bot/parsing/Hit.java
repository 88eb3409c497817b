package linli.bot.parsing;

import java.util.List;

/** A word of the lexicon found in a line. */
record Hit(int start, int end, Word word) {

    /** A word with everything it is in the lexicon for. */
    record Word(List<Role> roles, boolean decoy, boolean object, boolean negation) {

        static Word of(List<Role> roles) {
            return new Word(
                    List.copyOf(roles),
                    roles.stream().anyMatch(Role.Decoy.class::isInstance),
                    roles.stream().anyMatch(Role.ObjectOf.class::isInstance),
                    roles.stream().anyMatch(role -> role instanceof Role.Says says && says.sign() == Sign.NEGATED));
        }
    }

    List<Role> roles() {
        return word.roles();
    }

    int length() {
        return end - start;
    }

    boolean lies(Hit within) {
        return start >= within.start && end <= within.end && length() < within.length();
    }
}

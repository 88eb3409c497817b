package linli.bot.parsing;

/** One reason why a word is in the lexicon; a word may have several. */
interface Role {

    /** What may be broken. */
    record ObjectOf(Kind kind) implements Role {
    }

    /** What may be wrong with it. */
    record FaultOf(Kind kind) implements Role {
    }

    /** Object and fault in one: 漏水. */
    record PhraseOf(Kind kind) implements Role {
    }

    /** What refuses one kind only, within its sentence. */
    record VetoOf(Kind kind) implements Role {
    }

    /** A part of words that follow one another with little between: 从…楼上…丢. */
    record PartOf(Pattern pattern, int index) implements Role {
    }

    record Says(Sign sign) implements Role {
    }

    record Topic(Category category) implements Role {
    }

    record Spot(String name, Span.Label label, boolean inBuilding) implements Role {
    }

    record Orders(Command.Verb verb) implements Role {
    }

    /** A longer word that only looks as if it held another: 电梯口. */
    record Decoy() implements Role {
    }

    /** The whole phrase of a kind, a sign or a veto, in parts. */
    record Pattern(int number, int length, Role meaning) {

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pattern pattern && pattern.number == number;
        }
    }
}

package linli.bot.parsing;

/** One reading of a stretch of the line as a kind of trouble: an object with its fault, or a phrase that says both. */
record Match(Kind kind, Hit object, Hit fault, double weight) {

    static Match pair(Kind kind, Hit object, Hit fault, int gap, boolean apart) {
        boolean faultFirst = fault.start() < object.start();
        double weight = object.length() + fault.length() - 0.3 * gap - (faultFirst ? 2 : 0) - (apart ? 0.5 : 0);
        return new Match(kind, object, fault, weight - vagueness(kind));
    }

    static Match phrase(Kind kind, Hit phrase) {
        return new Match(kind, null, phrase, phrase.length() + 0.5 - vagueness(kind));
    }

    /** What can only be a guess gives way to what is certain. */
    private static double vagueness(Kind kind) {
        return kind.level() == Level.CANDIDATE ? 3 : 0;
    }

    int start() {
        return object == null ? fault.start() : Math.min(object.start(), fault.start());
    }

    int end() {
        return object == null ? fault.end() : Math.max(object.end(), fault.end());
    }

    boolean covers(Hit hit) {
        return within(hit, fault) || object != null && within(hit, object);
    }

    private static boolean within(Hit hit, Hit outer) {
        return hit.start() >= outer.start() && hit.end() <= outer.end();
    }

    boolean sharesWordsWith(Match other) {
        return overlaps(fault, other.fault) || object != null && (other.object != null && overlaps(object, other.object)
                || overlaps(object, other.fault)) || other.object != null && overlaps(fault, other.object);
    }

    private static boolean overlaps(Hit a, Hit b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    /** Single signs only count where segmentation agrees that they are words. */
    boolean holds(Segmenter.Cut cut) {
        return (object == null || object.length() > 1 || cut.isWord(object.start(), object.end()))
                && (fault.length() > 1 || cut.isPredicate(fault.start(), fault.end()));
    }
}

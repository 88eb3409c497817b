package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everything of the lexicon that a line holds, sorted by what it may mean. Cost grows with the line's length only. */
final class Findings {

    /** Between object and fault, or between the parts of a phrase, in characters. */
    private static final int LARGEST_GAP = 12;
    private static final int LARGEST_PHRASE_GAP = 8;
    private static final int MOST_SIGNS = 64;
    /** Nobody tells of more in one message; what follows is noise or an attack. */
    private static final int MOST_MATCHES = 500;
    private static final Set<Category> BUILT = EnumSet.of(Category.ELEV, Category.UTIL, Category.FACIL, Category.PARK);
    private static final String[] DENIALS = {"不是", "没有", "没得", "没", "未"};

    private final Line line;
    private final Lexicon lexicon;
    private final Map<Kind, List<Hit>> objects = new LinkedHashMap<>();
    private final Map<Kind, List<Hit>> faults = new LinkedHashMap<>();
    private final Map<Kind, List<Hit>> phrases = new LinkedHashMap<>();
    private final Map<Kind, List<Hit>> refusals = new LinkedHashMap<>();
    private final Map<Sign, List<Hit>> signs = new EnumMap<>(Sign.class);
    private final Map<Category, Hit> topics = new EnumMap<>(Category.class);
    private final Map<Command.Verb, Hit> orders = new EnumMap<>(Command.Verb.class);
    private final List<Hit> spotHits = new ArrayList<>();
    /** Faults of built things, which may befall any other built thing. */
    private final List<Hit> faultsOfAll = new ArrayList<>();
    private boolean anyFault;

    private Findings(Line line, Lexicon lexicon) {
        this.line = line;
        this.lexicon = lexicon;
    }

    static Findings in(Line line, Lexicon lexicon) {
        Findings findings = new Findings(line, lexicon);
        findings.sort(lexicon.find(line.text()));
        return findings;
    }

    private void sort(List<Hit> hits) {
        int[] decoyed = longestCover(hits, Hit.Word::decoy);
        int[] objected = longestCover(hits, Hit.Word::object);
        int[] negated = longestCover(hits, Hit.Word::negation);
        PhraseParts parts = new PhraseParts();
        for (Hit hit : hits) {
            if (isInside(hit, decoyed)) {
                continue;
            }
            for (Role role : hit.roles()) {
                if (role instanceof Role.ObjectOf r && !r.kind().emergency() && isInside(hit, objected)) {
                    continue;
                }
                if (!(role instanceof Role.Says) && (isInside(hit, negated) || role instanceof Role.PhraseOf && isDenied(hit))) {
                    continue;
                }
                take(role, hit, parts);
            }
        }
        dropUnsaid();
    }

    /** 不是停水, 没有漏水; but 是不是 and 有没有 ask. */
    private boolean isDenied(Hit hit) {
        String text = line.text();
        for (String denial : DENIALS) {
            int from = hit.start() - denial.length();
            if (from >= 0 && text.startsWith(denial, from)) {
                return !text.startsWith("是不是", from - 1) && !text.startsWith("有没有", from - 1) && !text.startsWith("有没得", from - 1);
            }
        }
        return false;
    }

    /** 不亮了 is not mended though 亮了 is, and 好了没 asks. */
    private void dropUnsaid() {
        List<Hit> fixed = signs.get(Sign.FIXED);
        if (fixed == null) {
            return;
        }
        fixed.removeIf(hit -> hit.start() > 0 && "没不莫未别".indexOf(line.text().charAt(hit.start() - 1)) >= 0
                || isPartOf(hit, Sign.MENDED) || isPartOf(hit, Sign.ASK) || isPartOf(hit, Sign.AGAIN) || isPartOf(hit, Sign.SAME));
        if (fixed.isEmpty()) {
            signs.remove(Sign.FIXED);
        }
    }

    private boolean isPartOf(Hit hit, Sign longer) {
        // The nearest few suffice: signs of a sort seldom crowd, and an endless text must not cost its square.
        for (Hit other : head(signs.getOrDefault(longer, List.of()))) {
            if (hit.start() < other.end() && other.start() < hit.end()) {
                return true;
            }
        }
        return false;
    }

    private void take(Role role, Hit hit, PhraseParts parts) {
        if (role instanceof Role.ObjectOf r) {
            put(objects, r.kind(), hit);
        } else if (role instanceof Role.FaultOf r) {
            put(faults, r.kind(), hit);
            if (r.kind().level() == Level.TICKET) {
                anyFault = true;
                if (hit.length() > 1 && BUILT.contains(r.kind().category()) && faultsOfAll.size() < MOST_SIGNS) {
                    faultsOfAll.add(hit);
                }
            }
        } else if (role instanceof Role.PhraseOf r) {
            put(phrases, r.kind(), hit);
        } else if (role instanceof Role.VetoOf r) {
            put(refusals, r.kind(), hit);
        } else if (role instanceof Role.Says r) {
            put(signs, r.sign(), hit);
        } else if (role instanceof Role.Topic r) {
            topics.putIfAbsent(r.category(), hit);
        } else if (role instanceof Role.Orders r) {
            orders.putIfAbsent(r.verb(), hit);
        } else if (role instanceof Role.Spot) {
            spotHits.add(hit);
        } else if (role instanceof Role.PartOf r) {
            Hit whole = parts.add(r, hit);
            if (whole != null) {
                take(r.pattern().meaning(), whole, parts);
            }
        }
    }

    private static <K> void put(Map<K, List<Hit>> map, K key, Hit hit) {
        map.computeIfAbsent(key, k -> new ArrayList<>(2)).add(hit);
    }

    /** Every way in which a kind's words stand together; the best first. */
    List<Match> matches(Segmenter segmenter) {
        List<Match> matches = new ArrayList<>();
        phrases.forEach((kind, hits) -> hits.forEach(hit -> matches.add(Match.phrase(kind, hit))));
        objects.forEach((kind, hits) -> pair(kind, hits, faults.getOrDefault(kind, List.of()), matches));
        Segmenter.Cut cut = segmenter.cut(line.text());
        matches.removeIf(match -> isRefused(match) || !match.holds(cut));
        matches.sort(Comparator.comparingDouble(Match::weight).reversed().thenComparingInt(m -> m.kind().order()));
        return matches;
    }

    private void pair(Kind kind, List<Hit> objects, List<Hit> faults, List<Match> matches) {
        int next = 0;
        for (Hit object : objects) {
            if (matches.size() > MOST_MATCHES) {
                return;
            }
            while (next < faults.size() && faults.get(next).start() < object.end()) {
                next++;
            }
            // A kind seldom has many faults in one reach; four neighbours on either side hold the best.
            for (int i = Math.max(0, next - 4); i < Math.min(faults.size(), next + 4); i++) {
                Hit fault = faults.get(i);
                int gap = fault.start() >= object.end() ? fault.start() - object.end() : object.start() - fault.end();
                if (gap >= 0 && gap <= LARGEST_GAP && sentenceOf(object) == sentenceOf(fault)) {
                    matches.add(Match.pair(kind, object, fault, gap, crossesClause(object, fault)));
                }
            }
        }
    }

    private boolean crossesClause(Hit a, Hit b) {
        int from = Math.min(a.end(), b.end());
        int to = Math.max(a.start(), b.start());
        for (int i = from; i < to; i++) {
            char c = line.text().charAt(i);
            if (c == ',' || c == '\n' || c == ' ') {
                return true;
            }
        }
        return false;
    }

    private static <T> List<T> head(List<T> list) {
        return list.size() > MOST_SIGNS ? list.subList(0, MOST_SIGNS) : list;
    }

    int sentenceOf(Hit hit) {
        return line.sentences()[hit.start()];
    }

    boolean has(Sign sign) {
        return signs.containsKey(sign);
    }

    Hit first(Sign sign) {
        List<Hit> hits = signs.get(sign);
        return hits == null ? null : hits.get(0);
    }

    /** Whether a sign stands between the beginnings of two matches, or a sentence ends there. */
    boolean separates(Match a, Match b, Sign sign) {
        int from = Math.min(a.start(), b.start());
        int to = Math.max(a.end(), b.end());
        return line.sentences()[a.start()] != line.sentences()[b.start()]
                || head(signs.getOrDefault(sign, List.of())).stream().anyMatch(hit -> hit.start() >= from && hit.end() <= to);
    }

    /** The sign in the match's own sentence, or null. */
    Hit beside(Match match, Sign sign) {
        for (Hit hit : head(signs.getOrDefault(sign, List.of()))) {
            if (sentenceOf(hit) == line.sentences()[match.start()] && !match.covers(hit)) {
                return hit;
            }
        }
        return null;
    }

    /**
     * The kind of an object that stands near a fault of another kind (电瓶车停得门都推不开), or null: nobody listed the two
     * together, but something is wrong with something.
     */
    Kind strangePair() {
        for (Map.Entry<Kind, List<Hit>> entry : objects.entrySet()) {
            Hit object = entry.getValue().get(0);
            if (entry.getKey().emergency() || !BUILT.contains(entry.getKey().category()) || object.length() < 2
                    || refusals.containsKey(entry.getKey())) {
                continue;
            }
            for (Hit fault : faultsOfAll) {
                int gap = Math.max(fault.start() - object.end(), object.start() - fault.end());
                if (gap >= 0 && gap <= LARGEST_PHRASE_GAP && sentenceOf(object) == sentenceOf(fault)) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    private boolean isRefused(Match match) {
        for (Hit hit : head(refusals.getOrDefault(match.kind(), List.of()))) {
            if (sentenceOf(hit) == line.sentences()[match.start()]) {
                return true;
            }
        }
        return false;
    }

    /** The kind of the longest object that may be broken though no fault was named, or null. */
    Kind bareObject() {
        return objects.entrySet().stream()
                .filter(e -> !e.getKey().emergency() && e.getKey().level() == Level.TICKET && !refusals.containsKey(e.getKey()))
                .max(Comparator.comparingInt((Map.Entry<Kind, List<Hit>> e) -> e.getValue().get(0).length())
                        .thenComparing(e -> -e.getKey().order()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    boolean hasAnyFault() {
        return anyFault;
    }

    Map<Category, Hit> topics() {
        return topics;
    }

    Map<Command.Verb, Hit> orders() {
        return orders;
    }

    List<Hit> spotHits() {
        return spotHits;
    }

    /** What was found, as facts a learner can weigh. */
    Set<String> evidence() {
        Set<String> facts = new LinkedHashSet<>();
        objects.keySet().forEach(kind -> facts.add("object:" + kind.key()));
        faults.keySet().forEach(kind -> facts.add("fault:" + kind.key()));
        phrases.keySet().forEach(kind -> facts.add("phrase:" + kind.key()));
        signs.keySet().forEach(sign -> facts.add("sign:" + sign));
        topics.keySet().forEach(category -> facts.add("topic:" + category));
        return facts;
    }

    String words(Hit hit) {
        return line.text().substring(hit.start(), hit.end());
    }

    private static boolean isInside(Hit hit, int[] cover) {
        return cover != null && cover[hit.start()] >= hit.end() - hit.start() + 1
                && cover[hit.start()] == cover[hit.end() - 1];
    }

    /** Length of the longest hit of the wanted sort over each character; null when there is none. */
    private int[] longestCover(List<Hit> hits, Predicate<Hit.Word> wanted) {
        int[] cover = null;
        for (Hit hit : hits) {
            if (wanted.test(hit.word())) {
                cover = cover == null ? new int[line.text().length()] : cover;
                for (int i = hit.start(); i < hit.end(); i++) {
                    cover[i] = Math.max(cover[i], hit.length());
                }
            }
        }
        return cover;
    }

    /** Follows phrases whose parts stand apart: 从…楼上…丢. */
    private final class PhraseParts {

        private final Map<Role.Pattern, Hit[]> reached = new LinkedHashMap<>();

        Hit add(Role.PartOf role, Hit hit) {
            Role.Pattern pattern = role.pattern();
            if (pattern.length() == 1) {
                return hit;
            }
            Hit[] soFar = reached.computeIfAbsent(pattern, p -> new Hit[p.length()]);
            if (role.index() == 0) {
                soFar[0] = hit;
                return null;
            }
            Hit before = soFar[role.index() - 1];
            if (before == null || hit.start() < before.end() || hit.start() - before.end() > LARGEST_PHRASE_GAP
                    || sentenceOf(before) != sentenceOf(hit)) {
                return null;
            }
            Hit joined = new Hit(before.start(), hit.end(), hit.word());
            soFar[role.index()] = joined;
            return role.index() == pattern.length() - 1 ? joined : null;
        }
    }
}

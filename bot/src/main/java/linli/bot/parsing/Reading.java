package linli.bot.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what a line means from what it holds. */
final class Reading {

    private static final Set<Category> DESK = EnumSet.of(Category.CIVIL, Category.POLICY, Category.HEALTH, Category.EDU, Category.CARE,
            Category.PROP, Category.PARK);

    private static final Comparator<Hit> FIRST_AND_LONGEST = Comparator.comparingInt(Hit::start).thenComparingInt(hit -> -hit.length());

    private final Lexicon lexicon;
    private final Line line;
    private final Findings findings;
    private final Places places;
    private final Judge judge;
    private final boolean addressed;
    private final Set<Understanding.Flag> flags;
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<String> predicates = new ArrayList<>();
    private final List<String> vetoes = new ArrayList<>();
    private Level level = Level.CHAT;
    private Intent intent = Intent.CHAT;

    Reading(Lexicon lexicon, Line line, Findings findings, Places places, Judge judge, boolean addressed,
            Set<Understanding.Flag> flags) {
        this.lexicon = lexicon;
        this.line = line;
        this.findings = findings;
        this.places = places;
        this.judge = judge;
        this.addressed = addressed;
        this.flags = flags;
    }

    Understanding judge(List<Match> all) {
        dropFalseAlarms(all);
        List<Match> matches = Selection.of(all, findings);
        take(matches);
        FollowUp followUp = FollowUps.ofResident(line, findings, places, !troubles.isEmpty());
        if (troubles.isEmpty()) {
            guess(followUp);
        }
        if (level == Level.CHAT && followUp == FollowUp.FIXED) {
            // What works again still says which ticket it is about.
            matches.stream().limit(1).forEach(match -> troubles.add(trouble(match, Verdict.full(match.kind()), locate(match, matches))));
            if (troubles.isEmpty() && findings.bareObject() != null) {
                troubles.add(about(findings.bareObject(), places.ofLine()));
            }
        }
        if (followUp == FollowUp.FIXED && level != Level.CHAT) {
            followUp = null;
        }
        Command command = addressed && level == Level.CHAT && followUp != FollowUp.FIXED ? answerable(followUp) : null;
        return understanding(command, followUp);
    }

    /** A figure of speech must not hide the trouble beside it: 堆满纸箱，万一着火咋办. */
    private void dropFalseAlarms(List<Match> matches) {
        matches.removeIf(match -> {
            Verdict verdict = match.kind().emergency() ? judge.of(match, places.ofLine()) : null;
            boolean falseAlarm = verdict != null && verdict.level() == Level.CHAT;
            if (falseAlarm) {
                vetoes.add(verdict.veto());
            }
            return falseAlarm;
        });
    }

    private void take(List<Match> matches) {
        Map<Level, List<Trouble>> byLevel = new EnumMap<>(Level.class);
        for (Match match : matches) {
            Places.Located located = locate(match, matches);
            Verdict verdict = judge.of(match, located);
            predicates.add(words(match));
            if (verdict.veto() != null) {
                vetoes.add(verdict.veto());
            }
            if (verdict.level() == Level.CHAT) {
                intent = intent == Intent.CHAT ? verdict.intent() : intent;
                continue;
            }
            byLevel.computeIfAbsent(verdict.level(), l -> new ArrayList<>()).add(trouble(match, verdict, located));
            if (verdict.level().compareTo(level) > 0) {
                level = verdict.level();
                intent = verdict.intent();
            }
        }
        // Guesses beside something certain would only make staff read the line twice; an outage beside an emergency stays.
        for (Level each : List.of(Level.EMERGENCY, Level.TICKET, Level.CANDIDATE)) {
            if (each == level || level == Level.EMERGENCY && each == Level.TICKET) {
                troubles.addAll(byLevel.getOrDefault(each, List.of()));
            }
        }
    }

    // No fault was named: a proposal, a question or a grumble about something the community is there for.
    private void guess(FollowUp followUp) {
        boolean vetoed = findings.has(Sign.MEDIA) || findings.has(Sign.OUTSIDE) || findings.has(Sign.DRILL)
                || findings.has(Sign.NEIGHBOURLY) || findings.has(Sign.POLL) || findings.has(Sign.FIGURE);
        if (findings.has(Sign.FRAUD)) {
            candidate("fraud", null);
        } else if (findings.has(Sign.TRADE)) {
            intent = Intent.AD;
        } else if (vetoed || intent == Intent.AD || !vetoes.isEmpty() && followUp == FollowUp.FIXED) {
            return;
        } else if (findings.has(Sign.GATHERING)) {
            candidate("gathering", null);
        } else if (findings.has(Sign.EMOTION)) {
            candidate("pressed", null);
        } else if (findings.has(Sign.SUGGEST) && proposes()) {
            candidate("suggestion", subject());
        } else if (hasSubject() && enquires() && isQuestion(followUp)) {
            candidate("question", subject());
        } else if (findings.has(Sign.BLAME) && hasSubject()) {
            candidate("complaint", subject());
        } else if (vetoes.isEmpty() && findings.strangePair() != null && saysOfNow(followUp)) {
            level = Level.CANDIDATE;
            intent = findings.strangePair().intent();
            troubles.add(about(findings.strangePair(), places.ofLine()));
        } else if (findings.bareObject() != null && vetoes.isEmpty()) {
            bareObject(findings.bareObject(), followUp);
        }
    }

    /** The lift, please; is the hole filled: something is meant, staff may know what. */
    private void bareObject(Kind kind, FollowUp followUp) {
        boolean asks = findings.has(Sign.MENDED) || findings.has(Sign.REQUEST) || followUp == FollowUp.ASK;
        if (asks || findings.has(Sign.DOUBT) && findings.hasAnyFault()) {
            Places.Located located = places.ofLine();
            level = Level.CANDIDATE;
            intent = findings.has(Sign.REQUEST) ? kind.intent() : Intent.CONSULT;
            troubles.add(about(kind, located));
        }
    }

    private static Trouble about(Kind kind, Places.Located located) {
        return new Trouble(kind.key(), kind.category(), kind.thing(), kind.matter(), kind.urgency(), false, kind.restricted(),
                located.place(), located.source(), kind.reply());
    }

    private boolean proposes() {
        return hasSubject() || !findings.spotHits().isEmpty() || findings.bareObject() != null;
    }

    private boolean enquires() {
        return findings.has(Sign.ENQUIRY) || findings.has(Sign.DOUBT) || findings.has(Sign.WHY) || line.text().indexOf('?') >= 0;
    }

    private boolean saysOfNow(FollowUp followUp) {
        boolean past = findings.has(Sign.PAST) && !findings.has(Sign.STILL);
        return !past && !findings.has(Sign.FIXED) && !findings.has(Sign.HYPOTHETICAL) && !line.laughs() && followUp != FollowUp.SAME;
    }

    /** When is the water back asks about a ticket; when is the vaccination asks the desk. */
    private boolean isQuestion(FollowUp followUp) {
        if (followUp == null || followUp == FollowUp.MORE && findings.has(Sign.ENQUIRY)) {
            return true;
        }
        return followUp == FollowUp.ASK && !findings.has(Sign.MENDED) && (DESK.contains(subject()) || subjectWord().length() > 2);
    }

    private boolean hasSubject() {
        return !findings.topics().isEmpty();
    }

    private Category subject() {
        if (hasSubject()) {
            return findings.topics().entrySet().stream().min(Map.Entry.comparingByValue(FIRST_AND_LONGEST)).orElseThrow().getKey();
        }
        Kind object = findings.bareObject();
        return object == null ? Category.FACIL : object.category();
    }

    private void candidate(String key, Category category) {
        Kind kind = lexicon.guess(key);
        Places.Located located = places.ofLine();
        level = Level.CANDIDATE;
        intent = kind.intent();
        String named = hasSubject() && !kind.restricted() ? subjectWord() : kind.matter();
        troubles.add(new Trouble(key, category == null ? kind.category() : category, named, named, kind.urgency(), false,
                kind.restricted(), located.place(), located.source(), kind.reply()));
    }

    private String subjectWord() {
        return findings.words(findings.topics().values().stream().min(FIRST_AND_LONGEST).orElseThrow());
    }

    private Command answerable(FollowUp followUp) {
        if (followUp == FollowUp.ASK) {
            return new Command(Command.Verb.PROGRESS, null);
        }
        if (followUp == FollowUp.THANKS || followUp == FollowUp.SAME) {
            return null;
        }
        String bare = line.bare();
        boolean unfinished = bare.length() <= 10 && (findings.hasAnyFault() || findings.bareObject() != null);
        if (unfinished && !findings.has(Sign.FIGURE)) {
            return new Command(Command.Verb.INCOMPLETE, null);
        }
        return new Command(bare.isEmpty() ? Command.Verb.HELP : Command.Verb.OFF_TOPIC, null);
    }

    private Places.Located locate(Match match, List<Match> all) {
        return all.size() == 1 ? places.ofLine() : places.of(match, line);
    }

    private static Trouble trouble(Match match, Verdict verdict, Places.Located located) {
        Kind kind = match.kind();
        return new Trouble(kind.key(), kind.category(), kind.thing(), kind.matter(), verdict.urgency(), verdict.urgent(),
                kind.restricted(), located.place(), located.source(), kind.reply());
    }

    private String words(Match match) {
        return match.object() == null ? findings.words(match.fault())
                : findings.words(match.object()) + "+" + findings.words(match.fault());
    }

    private Understanding understanding(Command command, FollowUp followUp) {
        double confidence = switch (level) {
            case EMERGENCY -> 0.95;
            case TICKET -> vetoes.isEmpty() ? 0.95 : 0.9;
            case CANDIDATE -> 0.6;
            case CHAT -> vetoes.isEmpty() ? 0.9 : 0.8;
        };
        return new Understanding(level, intent, troubles, command, followUp, places.named(), places.spans(), flags,
                predicates, vetoes, findings.evidence(), line.text(), Since.in(line.text()), confidence);
    }

    static Understanding ofCommand(Command command, Line line, Findings findings, Places places, Set<Understanding.Flag> flags) {
        Intent intent = switch (command.verb()) {
            case PROGRESS -> Intent.CONSULT;
            case NOT_SOLVED -> Intent.COMPLAINT;
            default -> Intent.CHAT;
        };
        FollowUp followUp = switch (command.verb()) {
            case PROGRESS -> FollowUp.ASK;
            case NOT_SOLVED -> FollowUp.AGAIN;
            case SATISFIED -> FollowUp.THANKS;
            default -> null;
        };
        return new Understanding(Level.CHAT, intent, List.of(), command, followUp, places.named(), places.spans(), flags,
                List.of(), List.of(), findings.evidence(), line.text(), Since.in(line.text()), 0.95);
    }

    /** Staff never open a ticket; the troubles only say what their words are about. */
    static Understanding ofStaff(Line line, Findings findings, Places places, Set<Understanding.Flag> flags, List<Match> matches) {
        FollowUp followUp = FollowUps.ofStaff(findings);
        List<Trouble> about = new ArrayList<>();
        for (Match match : matches.subList(0, Math.min(1, matches.size()))) {
            about.add(trouble(match, Verdict.full(match.kind()), places.ofLine()));
        }
        Kind object = findings.bareObject();
        if (about.isEmpty() && object != null) {
            about.add(about(object, places.ofLine()));
        }
        return new Understanding(Level.CHAT, Intent.NOTICE, about, null, followUp, places.named(), places.spans(), flags,
                List.of(), List.of("staff"), findings.evidence(), line.text(), Since.in(line.text()), 0.9);
    }
}

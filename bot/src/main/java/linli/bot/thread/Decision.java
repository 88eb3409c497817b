package linli.bot.thread;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import linli.bot.learn.LinearModel;
import linli.bot.parsing.Category;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Level;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;

/**
 * Weighs what the classifiers say of one line. What a line does is uncertain, so what it wants and whether it is urgent
 * is averaged over everything it may do, each as likely as it is.
 */
final class Decision {

    /** From these on a line is taken for a request; found on the held-out threads. */
    private static final double REQUEST = 0.63;
    private static final double REQUEST_FOLLOWING = 0.58;
    private static final double REQUEST_BY_RULES = 0.15;
    /** Who says no more than "so have we", "broken again" or "is it mended yet" means the trouble at hand. */
    private static final double REQUEST_FOLLOWING_BY_RULES = 0.12;
    /** From here on a line that asks nothing is put to a trouble. */
    private static final double FOLLOWS = 0.72;
    private static final double STAFF_FOLLOWS = 0.5;
    /** Danger missed is worse than danger feared; what staff say of it is mostly that they are on their way. */
    private static final double URGENT = 0.25;
    private static final double URGENT_BY_RULES = 0;
    private static final double URGENT_BY_STAFF = 0.8;
    /** An alarm that the rules raise is believed unless both what is wanted and the danger are less likely than this. */
    private static final double FALSE_ALARM = 0.05;
    private static final Set<FollowUp> JOINING = EnumSet.of(FollowUp.SAME, FollowUp.ASK, FollowUp.AGAIN);
    private static final int BRIEF = 14;
    private static final double SURELY_CHAT = 0.05;
    private static final double ADVERT = 0.5;
    private static final double UNLIKELY = 0.01;

    private final Said said;
    private final Understanding line;
    private final Topic joined;
    private final Map<Action, Double> actions;
    private final Map<Intent, Double> intents = new EnumMap<>(Intent.class);
    private double danger;

    /**
     * @param scores of the line in its thread
     * @param joined the trouble the line fits best, null when none is in reach
     */
    Decision(Said said, Understanding line, LinearModel.Scores scores, ThreadFacts thread, Topic joined) {
        this.said = said;
        this.line = line;
        this.joined = joined;
        this.actions = possible(scores.of(ThreadReader.ACTION));
        actions.forEach((action, likely) -> {
            if (likely > UNLIKELY) {
                LinearModel.Scores then = scores.plus(thread.decided(action, action.follows() ? joined : null));
                then.of(ThreadReader.INTENT).forEach((intent, p) -> intents.merge(Intent.valueOf(intent), likely * p, Double::sum));
                danger += likely * then.likelihood(ThreadReader.URGENT);
            }
        });
    }

    /** Whether the line may belong to a trouble at all; if not, nobody need ask to which. */
    static boolean mayFollow(LinearModel.Scores scores) {
        return scores.of(ThreadReader.ACTION).entrySet().stream()
                .filter(e -> Action.valueOf(e.getKey()).follows())
                .mapToDouble(Map.Entry::getValue)
                .sum() > UNLIKELY;
    }

    /** Staff open nothing, nor does a place without a word of what is there, and what nobody told cannot be followed. */
    private Map<Action, Double> possible(Map<String, Double> learned) {
        Map<Action, Double> possible = new EnumMap<>(Action.class);
        learned.forEach((name, likely) -> {
            Action action = Action.valueOf(name);
            boolean can = action == Action.IGNORE || (action == Action.OPEN ? !said.staff() && !line.isBarePlace() : joined != null);
            if (can) {
                possible.put(action, likely);
            }
        });
        double total = possible.values().stream().mapToDouble(Double::doubleValue).sum();
        possible.replaceAll((action, likely) -> likely / total);
        return possible;
    }

    ThreadReading reading(Map<String, Double> categories) {
        double request = intents.entrySet().stream().filter(e -> e.getKey().isRequest()).mapToDouble(Map.Entry::getValue).sum();
        boolean alarm = line.level() == Level.EMERGENCY && (request > FALSE_ALARM || danger > FALSE_ALARM);
        double follow = 1 - actions.getOrDefault(Action.OPEN, 0.0) - actions.getOrDefault(Action.IGNORE, 0.0);
        boolean asks = !said.staff() && (alarm || request > enough(follow));
        Action action = action(asks);
        boolean over = action == Action.IGNORE || action == Action.DONE;
        boolean told = line.level() == Level.TICKET && line.troubles().stream().anyMatch(Trouble::urgent);
        boolean urgent = !over && (alarm || danger > (said.staff() ? URGENT_BY_STAFF : told ? URGENT_BY_RULES : URGENT));
        Category category = alarm && action == Action.OPEN ? line.troubles().get(0).category() : category(action, categories);
        Understanding read = said.staff() ? line : line.as(level(action, request, alarm), category, urgent);
        return new ThreadReading(read, action, action.follows() ? joined.id() : null, intent(asks), category, urgent, danger, request,
                actions.getOrDefault(action, 1.0), 0);
    }

    /** How likely a request must be: less where the rules found object and fault, or where the thread already speaks of a trouble. */
    private double enough(double follow) {
        if (line.level() == Level.TICKET) {
            return REQUEST_BY_RULES;
        }
        if (JOINING.contains(line.followUp()) && follow > actions.getOrDefault(Action.OPEN, 0.0) && line.words().length() <= BRIEF) {
            return REQUEST_FOLLOWING_BY_RULES;
        }
        return follow > STAFF_FOLLOWS ? REQUEST_FOLLOWING : REQUEST;
    }

    private Action action(boolean asks) {
        double open = actions.getOrDefault(Action.OPEN, 0.0);
        double ignore = actions.getOrDefault(Action.IGNORE, 0.0);
        double follow = 1 - open - ignore;
        if (asks) {
            return open >= follow ? Action.OPEN : followed();
        }
        if (intents.getOrDefault(Intent.AD, 0.0) > ADVERT) {
            return Action.IGNORE;
        }
        return follow > (said.staff() ? STAFF_FOLLOWS : FOLLOWS) ? followed() : Action.IGNORE;
    }

    /**
     * The rules say what is certain, the classifiers what is likely (C1): a ticket needs both, and what only the
     * classifiers see is put before staff.
     */
    private Level level(Action action, double request, boolean alarm) {
        return switch (line.level()) {
            case EMERGENCY -> alarm ? Level.EMERGENCY : Level.CANDIDATE;
            case TICKET -> request > REQUEST_BY_RULES ? Level.TICKET : request > SURELY_CHAT ? Level.CANDIDATE : Level.CHAT;
            case CANDIDATE -> request > SURELY_CHAT || warns() ? Level.CANDIDATE : Level.CHAT;
            case CHAT -> action == Action.OPEN ? Level.CANDIDATE : Level.CHAT;
        };
    }

    /** Fraud and despair ask for nothing; staff must see them all the same. */
    private boolean warns() {
        return line.flags().contains(Understanding.Flag.FRAUD) || line.flags().contains(Understanding.Flag.EMOTION);
    }

    private Action followed() {
        Action best = Action.MORE;
        for (Map.Entry<Action, Double> entry : actions.entrySet()) {
            if (entry.getKey().follows() && entry.getValue() > actions.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    private Intent intent(boolean asks) {
        return intents.entrySet().stream()
                .filter(e -> e.getKey().isRequest() == asks)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(asks ? Intent.REPORT : Intent.CHAT);
    }

    private Category category(Action action, Map<String, Double> categories) {
        if (action.follows()) {
            return joined.category();
        }
        Category best = null;
        for (Map.Entry<String, Double> entry : categories.entrySet()) {
            boolean none = entry.getKey().equals(ThreadReader.NO_CATEGORY);
            if (!none && (best == null || entry.getValue() > categories.get(best.name()))) {
                best = Category.valueOf(entry.getKey());
            }
        }
        boolean about = action == Action.OPEN || best != null && categories.getOrDefault(ThreadReader.NO_CATEGORY, 0.0) < categories.get(best.name());
        return about ? best : null;
    }
}

package linli.bot.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.bot.parsing.Category;
import linli.bot.parsing.FollowUp;
import linli.bot.parsing.Level;
import linli.bot.parsing.Place;
import linli.bot.parsing.Trouble;
import linli.bot.parsing.Understanding;

/** Remembers what is open in each group and says to which trouble a message belongs. Not thread-safe. */
final class ThreadMemory {

    private static final Duration SAME_TROUBLE = Duration.ofMinutes(60);
    /** Asking, handling and mending come hours later. */
    private static final Duration FOLLOWING = Duration.ofHours(12);
    private static final int REMEMBERED = 12;

    private final Map<String, Deque<Open>> groups = new HashMap<>();
    private int opened;

    /** A trouble somebody spoke of, newest talk first in its group. */
    static final class Open {

        private final String id;
        private final Category category;
        private final String kind;
        private Place place;
        private Instant last;

        private Open(String id, Trouble trouble, Instant at) {
            this.id = id;
            this.category = trouble.category();
            this.kind = trouble.kind();
            this.place = trouble.place();
            this.last = at;
        }

        String id() {
            return id;
        }

        Category category() {
            return category;
        }
    }

    /** What the group talks about at the moment, or null. */
    Open current(String group, Instant now) {
        Open newest = of(group).peekFirst();
        return newest == null || newest.last.plus(SAME_TROUBLE).isBefore(now) ? null : newest;
    }

    /** The trouble the message opens or belongs to, null when it belongs to none. */
    Open assign(Message message, Understanding read) {
        if (read.level() != Level.CHAT) {
            Open joined = join(message, read);
            return joined != null ? joined : open(message, read.troubles().get(0));
        }
        if (read.followUp() == null || read.followUp() == FollowUp.THANKS) {
            return null;
        }
        return touch(message, follow(message, read));
    }

    private Open join(Message message, Understanding read) {
        if (read.followUp() == FollowUp.SAME || read.followUp() == FollowUp.ASK) {
            Open followed = follow(message, read);
            if (followed != null) {
                return touch(message, followed);
            }
        }
        Trouble trouble = read.troubles().get(0);
        for (Open open : of(message.group())) {
            boolean recent = !open.last.plus(SAME_TROUBLE).isBefore(message.time());
            if (recent && open.category == trouble.category() && agree(open.place, trouble.place())) {
                return touch(message, open);
            }
        }
        return null;
    }

    private Open follow(Message message, Understanding read) {
        Duration reach = read.followUp() == FollowUp.SAME || read.followUp() == FollowUp.MORE ? SAME_TROUBLE : FOLLOWING;
        List<Open> reachable = new ArrayList<>();
        for (Open open : of(message.group())) {
            if (!open.last.plus(reach).isBefore(message.time()) && agree(open.place, read.place())) {
                reachable.add(open);
            }
        }
        for (Trouble trouble : read.troubles()) {
            for (Open open : reachable) {
                if (open.kind.equals(trouble.kind()) || open.category == trouble.category()) {
                    return open;
                }
            }
        }
        boolean names = !read.troubles().isEmpty() && read.followUp() != FollowUp.SAME;
        return names || reachable.isEmpty() ? null : reachable.get(0);
    }

    private Open open(Message message, Trouble trouble) {
        Open open = new Open(message.group() + "#" + ++opened, trouble, message.time());
        Deque<Open> group = of(message.group());
        group.addFirst(open);
        if (group.size() > REMEMBERED) {
            group.removeLast();
        }
        return open;
    }

    private Open touch(Message message, Open open) {
        if (open != null) {
            open.last = message.time();
            Deque<Open> group = of(message.group());
            group.remove(open);
            group.addFirst(open);
        }
        return open;
    }

    private Deque<Open> of(String group) {
        return groups.computeIfAbsent(group, g -> new ArrayDeque<>());
    }

    /** Two places agree unless both name buildings and none is the same. */
    private static boolean agree(Place a, Place b) {
        return a.buildings().isEmpty() || b.buildings().isEmpty() || !Collections.disjoint(a.buildings(), b.buildings());
    }
}

package linli.bot.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import linli.bot.community.ChatGroup;

/**
 * What an audience means at a moment.
 *
 * @param label as people say it: 12栋、13栋、15栋
 * @param groups bound chat groups, each once
 * @param unreachable names of buildings or grids of the audience that have no bound group
 */
public record Reach(String label, List<ChatGroup> groups, List<String> unreachable) {

    public Reach {
        groups = List.copyOf(groups);
        unreachable = List.copyOf(unreachable);
    }

    /** Members counted per group; somebody in two groups counts twice, hence 约. */
    public int people() {
        return groups.stream().mapToInt(ChatGroup::memberCount).sum();
    }

    /** Userids of the owners who must confirm, each once. */
    public List<String> owners() {
        LinkedHashSet<String> owners = new LinkedHashSet<>();
        groups.stream().map(ChatGroup::ownerUserid).filter(owner -> owner != null).forEach(owners::add);
        return new ArrayList<>(owners);
    }

    /** Groups without an owner to confirm: a person must forward the notice there. */
    public List<ChatGroup> ownerless() {
        return groups.stream().filter(group -> group.ownerUserid() == null).toList();
    }

    List<Long> groupIds() {
        return groups.stream().map(ChatGroup::id).sorted().toList();
    }
}

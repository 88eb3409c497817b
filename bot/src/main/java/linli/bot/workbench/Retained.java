package linli.bot.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.community.Member;
import linli.bot.community.Members;
import linli.bot.inbox.IncomingMessage;
import linli.bot.inbox.StoredMessage;
import linli.bot.inbox.Told;
import linli.bot.parsing.Utterance;
import linli.bot.staff.Staff;
import linli.bot.staff.StaffMembers;
import linli.bot.thread.Said;
import org.springframework.stereotype.Component;

/** The retained lines, group by group, as the reader takes them. */
@Component
class Retained {

    /** Ids of robots begin so; what they say is not read. */
    private static final String ROBOT = "wb";

    private static final int PAGE = 500;

    private final Told told;
    private final ChatGroups groups;
    private final Members members;
    private final StaffMembers staff;

    Retained(Told told, ChatGroups groups, Members members, StaffMembers staff) {
        this.told = told;
        this.groups = groups;
        this.members = members;
        this.staff = staff;
    }

    List<ChatGroup> groups() {
        return groups.all().stream().filter(group -> group.isBound() && group.externalChatId() != null).toList();
    }

    int count(Instant since) {
        return groups().stream().mapToInt(group -> told.countRetained(group.externalChatId(), since)).sum();
    }

    /** Hands over the lines of a group in the order they were said, with their ids. */
    void each(ChatGroup group, Instant since, BiConsumer<Long, Said> line) {
        Map<String, Member> known = members.of(group.id()).stream().collect(Collectors.toMap(Member::externalId, m -> m, (a, b) -> a));
        Set<String> internal = staff.all().stream().map(Staff::userid).collect(Collectors.toSet());
        Instant from = since;
        long after = 0;
        List<StoredMessage> page;
        do {
            page = told.retained(group.externalChatId(), from, after, PAGE);
            for (StoredMessage message : page) {
                if (!message.senderId().startsWith(ROBOT)) {
                    line.accept(message.id(), said(group, message, known.get(message.senderId()), internal.contains(message.senderId())));
                }
                from = message.sentAt();
                after = message.id();
            }
        } while (page.size() == PAGE);
    }

    private Said said(ChatGroup group, StoredMessage message, Member member, boolean internal) {
        boolean fromStaff = internal || member != null && member.internal();
        Utterance.Kind kind = message.kind() == IncomingMessage.Kind.FORWARD ? Utterance.Kind.FORWARD : Utterance.Kind.TEXT;
        return new Said(message.senderId(), member == null ? "" : member.nickname(), fromStaff, group.buildingNumber(), message.sentAt(),
                new Utterance(told.words(message), kind, false));
    }
}

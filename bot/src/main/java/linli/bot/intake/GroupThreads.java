package linli.bot.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.bot.community.ChatGroup;
import linli.bot.inbox.GroupMemory;
import linli.bot.memory.PerTransaction;
import linli.bot.parsing.Intent;
import linli.bot.parsing.Place;
import linli.bot.thread.ThreadState;
import linli.bot.thread.Topic;
import linli.bot.ticket.GroupTickets;
import linli.bot.ticket.Ticket;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reader remembers of each group. The tickets have the last word: what staff corrected, closed or opened since
 * the last line is laid over what was remembered.
 */
@Component
class GroupThreads {

    private final GroupMemory memory;
    private final GroupTickets groupTickets;
    private final JsonMapper json;

    /** Written once for a batch of lines: the lines between read what the one before left. */
    private final PerTransaction<Map<Long, Kept>> batch = new PerTransaction<>(HashMap::new, this::write, kept -> { });

    GroupThreads(GroupMemory memory, GroupTickets groupTickets, JsonMapper json) {
        this.memory = memory;
        this.groupTickets = groupTickets;
        this.json = json;
    }

    ThreadState of(ChatGroup group, Instant now) {
        ThreadState said = batch.running()
                .map(kept -> kept.get(group.id()))
                .map(Kept::state)
                .orElseGet(() -> stored(group.id()));
        return withTickets(said, groupTickets.openIn(group.id(), now.minus(ThreadState.REACH)));
    }

    private ThreadState stored(long group) {
        return memory.of(group).map(stored -> json.readValue(stored, ThreadState.class)).orElse(ThreadState.EMPTY);
    }

    /** Kept until the batch of lines commits. */
    void remember(ChatGroup group, ThreadState state, Instant now) {
        batch.get().put(group.id(), new Kept(state, now));
    }

    /** Nothing of a group is remembered any more: a member asked not to be read. */
    void forget(ChatGroup group) {
        batch.get().remove(group.id());
        memory.forget(group.id());
    }

    private void write(Map<Long, Kept> states) {
        states.forEach((group, kept) -> memory.remember(group, json.writeValueAsString(kept.state()), kept.at()));
    }

    private record Kept(ThreadState state, Instant at) {}

    private static ThreadState withTickets(ThreadState remembered, List<Ticket> open) {
        Map<String, Ticket> byId = new HashMap<>();
        open.forEach(ticket -> byId.put(String.valueOf(ticket.id()), ticket));
        List<Topic> topics = new ArrayList<>();
        for (Topic topic : remembered.topics()) {
            Ticket ticket = byId.remove(topic.id());
            topics.add(ticket == null ? topic.over() : topic.corrected(ticket.kind(), ticket.category(), placeOf(ticket)));
        }
        for (Ticket ticket : open) {
            if (byId.containsKey(String.valueOf(ticket.id())) && topics.size() < ThreadState.MOST_TOPICS) {
                topics.add(topicOf(ticket));
            }
        }
        return new ThreadState(topics, remembered.turns());
    }

    /** A ticket that no line of the group opened, such as one from the counter or another group's. */
    private static Topic topicOf(Ticket ticket) {
        return new Topic(String.valueOf(ticket.id()), ticket.category(), ticket.kind(), Intent.REPORT, placeOf(ticket), ticket.urgent(), false,
                "", ticket.createdAt(), ticket.updatedAt(), Set.of(), Set.of(), Set.of());
    }

    private static Place placeOf(Ticket ticket) {
        List<String> buildings = ticket.building() == null ? List.of() : List.of(ticket.building());
        return new Place(buildings, ticket.units(), ticket.floor(), null, ticket.spot());
    }
}

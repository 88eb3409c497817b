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
import linli.bot.parsing.Intent;
import linli.bot.parsing.Place;
import linli.bot.thread.ThreadState;
import linli.bot.thread.Topic;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reader remembers of each group. The tickets have the last word: what staff corrected, closed or opened since
 * the last line is laid over what was remembered.
 */
@Component
class GroupThreads {

    private final GroupMemory memory;
    private final Tickets tickets;
    private final JsonMapper json;

    GroupThreads(GroupMemory memory, Tickets tickets, JsonMapper json) {
        this.memory = memory;
        this.tickets = tickets;
        this.json = json;
    }

    ThreadState of(ChatGroup group, Instant now) {
        ThreadState said = batch().map(batch -> batch.states.get(group.id())).map(Kept::state).orElseGet(() -> stored(group.id()));
        return withTickets(said, tickets.openIn(group.id(), now.minus(ThreadState.REACH)));
    }

    private ThreadState stored(long group) {
        return memory.of(group).map(stored -> json.readValue(stored, ThreadState.class)).orElse(ThreadState.EMPTY);
    }

    /** Kept until the batch of lines commits and written once then: the lines between read what the one before left. */
    void remember(ChatGroup group, ThreadState state, Instant now) {
        Optional<Batch> batch = batch();
        batch.ifPresentOrElse(of -> of.states.put(group.id(), new Kept(state, now)), () -> write(group.id(), new Kept(state, now)));
    }

    /** Nothing of a group is remembered any more: a member asked not to be read. */
    void forget(ChatGroup group) {
        batch().ifPresent(batch -> batch.states.remove(group.id()));
        memory.forget(group.id());
    }

    private void write(long group, Kept kept) {
        memory.remember(group, json.writeValueAsString(kept.state()), kept.at());
    }

    /** What the running transaction has read so far; empty outside of one. */
    private Optional<Batch> batch() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        Batch batch = (Batch) TransactionSynchronizationManager.getResource(this);
        if (batch == null) {
            batch = new Batch();
            TransactionSynchronizationManager.bindResource(this, batch);
            TransactionSynchronizationManager.registerSynchronization(batch);
        }
        return Optional.of(batch);
    }

    private record Kept(ThreadState state, Instant at) {}

    private final class Batch implements TransactionSynchronization {

        private final Map<Long, Kept> states = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(GroupThreads.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(GroupThreads.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            states.forEach(GroupThreads.this::write);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(GroupThreads.this);
        }
    }

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

package linli.bot.sandbox.server.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import linli.bot.rehearsal.Office;
import linli.bot.sandbox.Transcript;
import linli.bot.sandbox.server.Surroundings;
import linli.bot.sandbox.server.api.TimeMoves;
import linli.bot.sandbox.server.callback.ArchiveNews;
import linli.bot.sandbox.server.protocol.AppMessages;
import linli.bot.sandbox.server.protocol.GroupTasks;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.Groups;
import linli.bot.sandbox.server.world.Messages;
import linli.bot.sandbox.server.world.People;
import linli.bot.sandbox.server.world.Person;
import linli.bot.text.Texts;
import org.springframework.stereotype.Component;

/** What a play needs of the world around it. */
@Component
class Props {

    private final Groups groups;
    private final People people;
    private final Messages messages;
    private final AppMessages cards;
    private final GroupTasks tasks;
    private final TimeMoves time;
    private final ArchiveNews news;
    private final Surroundings surroundings;
    private final CountDownLatch closing = new CountDownLatch(1);

    Props(Groups groups, People people, Messages messages, AppMessages cards, GroupTasks tasks, TimeMoves time, ArchiveNews news,
            Surroundings surroundings) {
        this.groups = groups;
        this.people = people;
        this.messages = messages;
        this.cards = cards;
        this.tasks = tasks;
        this.time = time;
        this.news = news;
        this.surroundings = surroundings;
    }

    Groups groups() {
        return groups;
    }

    Messages messages() {
        return messages;
    }

    AppMessages cards() {
        return cards;
    }

    TimeMoves time() {
        return time;
    }

    CountDownLatch closing() {
        return closing;
    }

    ArchiveNews news() {
        return news;
    }

    Optional<Office> office() {
        return surroundings.office().get();
    }

    /** A card with its reader's name, as one run of words. */
    record Card(long id, String words) {}

    List<Card> cards(long after) {
        Map<String, String> names = people.staff().stream().collect(Collectors.toMap(Person::id, Person::name));
        return cards.after(after).stream()
                .map(card -> new Card(card.id(), names.getOrDefault(card.reader(), card.reader()) + "：" + card.title() + " " + card.text()))
                .toList();
    }

    /** Whose tap it is: 网格员 and 群主 are the group's owner, anybody else goes by name, alias or userid and need not be in the group. */
    String userid(ChatGroup group, String who) {
        boolean owner = Texts.of("sandbox.word.owner").equals(who) || Texts.of("sandbox.word.gridWorker").equals(who);
        return owner ? group.ownerId() : people.requireStaff(who).id();
    }

    /** 群发 is confirmed in WeCom itself, by the owner: all that wait for that. @return whether that is what was done */
    boolean confirms(ChatGroup group, String who, String deed) {
        if (!deed.equals(Texts.of("sandbox.word.confirm"))) {
            return false;
        }
        tasks.confirm(people.find(userid(group, who)).orElseThrow(), null);
        return true;
    }

    void change(ChatGroup group, String who, Transcript.Change change) {
        switch (change) {
            case JOIN -> groups.arrive(group, who, true);
            case LEAVE -> groups.leave(group, groups.requireMember(group, who));
            case AGREE, DISAGREE -> messages.consent(group, groups.speaker(group, who, true), change == Transcript.Change.AGREE);
        }
    }
}

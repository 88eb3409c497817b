package linli.bot.sandbox.server.world;

import java.time.Instant;

/** Somebody in a group, under the name he goes by there. */
public record Member(String groupId, Person person, String nickname, boolean consented, Instant joinedAt) {

    /** Whether what he says is archived: staff are in scope, residents must have agreed. */
    public boolean isArchived() {
        return person.kind() != Person.Kind.RESIDENT || consented;
    }
}

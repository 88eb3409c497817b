package linli.bot.sandbox.server.world;

import java.util.Locale;

/** What somebody is in one group, as the chat page marks it. */
public enum Role {
    RESIDENT,
    OWNER,
    STAFF,
    PROPERTY,
    BOT;

    public static Role of(Person person, String ownerId) {
        if (person.kind() == Person.Kind.ASSISTANT) {
            return BOT;
        }
        if (person.kind() == Person.Kind.RESIDENT) {
            return RESIDENT;
        }
        if (person.id().equals(ownerId)) {
            return OWNER;
        }
        return person.side() == Person.Side.PROPERTY ? PROPERTY : STAFF;
    }

    /** As the JSON API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

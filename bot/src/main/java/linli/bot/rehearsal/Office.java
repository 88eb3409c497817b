package linli.bot.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff's side of a play. */
public interface Office {

    /**
     * Somebody of the staff does something at the console.
     *
     * @param chatId the group whose tickets are meant
     * @param deed the action as its button says it, a ticket's number where the newest it fits is not meant, and what is typed:
     *     {@code 受理 20:00 前到场}, {@code 办结 260714-031 已修好}, {@code 收回} for the last tap
     * @return why it was refused, as the console says it
     */
    Optional<String> act(String chatId, String userid, String deed);

    /** The tickets a group's lines have made since then, oldest first, each in the words staff see. */
    List<List<String>> ticketsOf(String chatId, Instant since);

    /**
     * Lends the play other settings, such as {@code settle=90s}, until they are given back.
     *
     * @return what is wrong with one of them; then none is lent
     */
    Optional<String> lend(Map<String, String> settings);

    void giveBack();
}

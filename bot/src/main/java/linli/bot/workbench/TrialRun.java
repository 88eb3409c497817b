package linli.bot.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import linli.bot.thread.ThreadReading;

/** Reads a line as if it had been said just now, and takes everything back. Implemented by intake. */
public interface TrialRun {

    /** Who is thought to say it: somebody new, whoever spoke last in the group, or staff. */
    enum Speaker { RESIDENT, LAST, STAFF }

    /**
     * @param groupId the group it is said in; null for none, then nobody answers
     * @param nickname what the group sees of the speaker; may be empty
     */
    record Spoken(Long groupId, Speaker speaker, String nickname, String words) {}

    /** @param at when the group would hear it; null for at once */
    record Reply(String text, Instant at) {}

    /**
     * What would come of the line.
     *
     * @param categories the likeliest, by the words alone, the likeliest first
     * @param outcome word of the step that took it; null without a group
     * @param ticketNo the ticket it would be put to; null for none, or for one that it would open
     * @param opens whether it would open a ticket or a candidate
     * @param replies what the group would hear
     * @param cards how many staff would be called
     */
    record Outcome(
            ThreadReading reading,
            Map<String, Double> categories,
            String outcome,
            String ticketNo,
            String ticketTitle,
            boolean opens,
            List<Reply> replies,
            int cards) {}

    /** @throws linli.bot.problem.NotFound when there is no such group */
    Outcome run(Spoken line);
}

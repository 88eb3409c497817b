package linli.admin.audits;

import java.util.Arrays;
import java.util.Map;
import linli.bot.audit.AuditEntry;
import linli.bot.notice.NoticeTopic;
import linli.bot.text.Texts;

/** Names what an entry of the log is about: 工单 260714-031 for {@code ticket:260714-031}. */
final class Targets {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("staff", "audit.target.staff"), Map.entry("ticket", "audit.target.ticket"),
            Map.entry("tickets", "audit.target.tickets"), Map.entry("notice", "audit.target.notice"),
            Map.entry("group", "audit.target.group"), Map.entry("topic", "audit.target.topic"),
            Map.entry("selection", "audit.target.selection"), Map.entry("responsibility", "audit.target.responsibility"),
            Map.entry("day", "audit.target.day"), Map.entry("year", "audit.target.year"),
            Map.entry("message", "audit.target.message"), Map.entry("correction", "audit.target.correction"),
            Map.entry("release", "audit.target.release"), Map.entry("attachment", "audit.target.attachment"));

    private Targets() {}

    /** @return empty where there is nothing to add: people act on themselves, or the action says it all */
    static String word(AuditEntry entry, Map<String, String> names) {
        int colon = entry.target().indexOf(':');
        String kind = colon < 0 ? "" : entry.target().substring(0, colon);
        String which = entry.target().substring(colon + 1);
        if (!KINDS.containsKey(kind) || kind.equals("staff") && which.equals(entry.actor())) {
            return "";
        }
        return Texts.of(KINDS.get(kind), switch (kind) {
            case "staff" -> names.getOrDefault(which, which);
            case "topic" -> Arrays.stream(NoticeTopic.values()).filter(topic -> topic.name().equals(which)).findFirst().map(Texts::label).orElse(which);
            default -> which;
        });
    }
}

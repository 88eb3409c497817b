package linli.bot.sandbox.server.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linli.bot.sandbox.server.protocol.AppMessage;
import linli.bot.sandbox.server.protocol.GroupTask;
import linli.bot.sandbox.server.world.ChatGroup;
import linli.bot.sandbox.server.world.GroupRow;
import linli.bot.sandbox.server.world.Line;
import linli.bot.sandbox.server.world.Member;
import linli.bot.sandbox.server.world.Person;
import linli.bot.sandbox.server.world.Role;
import linli.bot.sandbox.server.world.Summary;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;

/** Things as the JSON API shows them; times are Shanghai's. */
final class View {

    private static final int LAST_LINE = 40;

    private View() {}

    static String at(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.MILLIS).atZone(CommunityClock.ZONE).toOffsetDateTime());
    }

    static Map<String, Object> group(GroupRow row) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", row.group().name());
        out.put("chatId", row.group().id());
        out.put("owner", row.ownerName());
        out.put("ownerId", row.group().ownerId());
        out.put("memberCount", row.members());
        out.put("lastSeq", row.last() == null ? 0 : row.last().seq());
        out.put("lastAt", row.last() == null ? null : at(row.last().sentAt()));
        out.put("lastLine", row.last() == null ? null : lastLine(row.last()));
        return out;
    }

    private static String lastLine(Line line) {
        return line.nickname() + (line.recalled() ? Texts.of("sandbox.didRecall") : "：" + Summary.of(line, LAST_LINE));
    }

    static Map<String, Object> member(Member member, ChatGroup group) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", member.person().id());
        out.put("nickname", member.nickname());
        out.put("role", Role.of(member.person(), group.ownerId()).word());
        out.put("consented", member.isArchived());
        return out;
    }

    static Map<String, Object> line(Line line, ChatGroup group) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("seq", line.seq());
        out.put("msgId", line.msgId());
        out.put("sender", line.nickname());
        out.put("senderId", line.sender().id());
        out.put("role", Role.of(line.sender(), group.ownerId()).word());
        out.put("kind", line.kind().word());
        out.put("text", line.text());
        out.put("quote", line.quote());
        out.put("revokes", line.revokes());
        out.put("at", at(line.sentAt()));
        out.put("recalled", line.recalled());
        out.put("route", line.route());
        out.put("mediaId", line.attached().mediaId());
        out.put("url", line.attached().url());
        out.put("description", line.attached().description());
        return out;
    }

    static Map<String, Object> task(GroupTask task, List<String> attached) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("msgid", task.id());
        out.put("owner", task.sender().name());
        out.put("ownerId", task.sender().id());
        out.put("text", task.text());
        out.put("attached", attached);
        out.put("createdAt", at(task.createdAt()));
        out.put("groups", task.targets().stream().map(GroupTask.Target::group).toList());
        return out;
    }

    static Map<String, Object> confirmed(GroupTask task) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("msgid", task.id());
        out.put("sent", named(task, 1));
        out.put("notMember", named(task, 2));
        out.put("overQuota", named(task, 3));
        return out;
    }

    private static List<String> named(GroupTask task, int status) {
        return task.targets().stream().filter(target -> target.status() == status).map(GroupTask.Target::group).toList();
    }

    static Map<String, Object> card(AppMessage card) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", card.id());
        out.put("kind", card.kind());
        out.put("title", card.title());
        out.put("text", card.text());
        out.put("url", card.url());
        out.put("at", at(card.sentAt()));
        return out;
    }

    static Map<String, Object> staff(Person person) {
        return Map.of("userid", person.id(), "name", person.name(), "side", person.side().name().toLowerCase(Locale.ROOT));
    }
}

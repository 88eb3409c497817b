package linli.bot.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.community.ChatGroup;
import linli.bot.community.ChatGroups;
import linli.bot.problem.NotFound;
import linli.bot.text.Texts;
import linli.bot.time.CommunityClock;
import org.springframework.stereotype.Component;

/** 更正: a notice that puts another right. It goes to the groups of the other, by the same ways. */
@Component
class Corrections {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(Texts.of("notice.format.correction"), Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final NoticeMapper mapper;
    private final DeliveryMapper deliveries;
    private final ChatGroups groups;

    Corrections(NoticeMapper mapper, DeliveryMapper deliveries, ChatGroups groups) {
        this.mapper = mapper;
        this.deliveries = deliveries;
        this.groups = groups;
    }

    Notice original(long id) {
        return Optional.ofNullable(mapper.find(id)).map(NoticeRow::toNotice).orElseThrow(() -> new NotFound("problem.notice.missing.notice"));
    }

    /** The groups the original was for, as far as they are still there. */
    Reach reach(Notice original, String label) {
        Map<Long, ChatGroup> bound = groups.all().stream()
                .filter(group -> group.isBound() && group.externalChatId() != null)
                .collect(Collectors.toMap(ChatGroup::id, Function.identity()));
        List<ChatGroup> same = deliveries.findOf(original.id()).stream()
                .filter(delivery -> delivery.status() != DeliveryStatus.CANCELLED)
                .map(delivery -> bound.get(delivery.chatGroupId()))
                .filter(group -> group != null)
                .toList();
        return new Reach(label, same, List.of());
    }

    /** By the same ways: what a person brought there, a person brings there again. */
    Map<Long, ByHand> byHand(Notice original) {
        Map<Long, ByHand> byHand = new HashMap<>();
        for (Delivery delivery : deliveries.findOf(original.id())) {
            if (delivery.status() == DeliveryStatus.MANUAL || delivery.status() == DeliveryStatus.WAIT_MANUAL) {
                byHand.put(delivery.chatGroupId(), original.byHand().getOrDefault(delivery.chatGroupId(), ByHand.FORWARD));
            }
        }
        return byHand;
    }

    /** 12栋、13栋恢复供水时间由7月17日17:00更正为19:00; empty when nothing changed. */
    String changes(NoticeTemplate template, Notice original, Map<String, String> values, String places) {
        List<String> changes = new ArrayList<>();
        for (NoticeTemplate.Field field : template.fields()) {
            String before = original.values().getOrDefault(field.name(), "").strip();
            String now = values.getOrDefault(field.name(), "").strip();
            if (!before.equals(now)) {
                changes.add(change(field, before, now));
            }
        }
        return changes.isEmpty() ? "" : places + String.join("；", changes);
    }

    private static String change(NoticeTemplate.Field field, String before, String now) {
        String label = field.corrected();
        if (before.isEmpty()) {
            return Texts.of("notice.correction.added", label, shown(field, now));
        }
        if (now.isEmpty()) {
            return Texts.of("notice.correction.gone", label, shown(field, before));
        }
        if (field.type() != NoticeTemplate.FieldType.TIME) {
            return Texts.of("notice.correction.words", label, before, now);
        }
        Optional<LocalDateTime> from = time(before);
        Optional<LocalDateTime> to = time(now);
        boolean sameDay = from.isPresent() && from.map(LocalDateTime::toLocalDate).equals(to.map(LocalDateTime::toLocalDate));
        return Texts.of(
                "notice.correction.time", label, shown(field, before), sameDay ? HOUR.format(to.orElseThrow()) : shown(field, now));
    }

    private static String shown(NoticeTemplate.Field field, String typed) {
        return field.type() == NoticeTemplate.FieldType.TIME ? time(typed).map(MOMENT::format).orElse(typed) : typed;
    }

    private static Optional<LocalDateTime> time(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day the original went out. */
    static LocalDate sentOn(Notice original) {
        return (original.sentAt() == null ? original.createdAt() : original.sentAt()).atZone(CommunityClock.ZONE).toLocalDate();
    }
}

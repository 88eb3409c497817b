package linli.bot.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hand-over brought for lines that fared alike.
 *
 * @param failure why it failed or is not known, else null
 */
record Settlement(LineState state, String vendorRef, String failure, List<Long> ids) {

    static Settlement of(LineState state, String failure, List<OutgoingMessage> lines) {
        return new Settlement(state, null, failure, lines.stream().map(OutgoingMessage::id).toList());
    }

    /** @param receipts one for each line, in order */
    static List<Settlement> of(List<OutgoingMessage> lines, List<Receipt> receipts) {
        Map<Receipt, Settlement> alike = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            alike.computeIfAbsent(receipts.get(i), Settlement::of).ids().add(lines.get(i).id());
        }
        return List.copyOf(alike.values());
    }

    private static Settlement of(Receipt receipt) {
        LineState state = switch (receipt.outcome()) {
            case SENT -> LineState.SENT;
            case TASK_CREATED -> LineState.TASK_CREATED;
            case FAILED -> LineState.FAILED;
        };
        return new Settlement(state, receipt.vendorRef(), receipt.reason(), new ArrayList<>());
    }
}

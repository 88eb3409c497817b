package linli.bot.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lines that differ in whom they reach, column by column, so that their words go to the database once.
 *
 * @param same one of them, for what they have in common
 */
record Addressees(Draft same, List<String> keys, List<String> targets, List<String> owners, List<String> batches) {

    static List<Addressees> of(List<Draft> drafts) {
        Map<Object, Addressees> alike = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            alike.computeIfAbsent(common(draft), common -> new Addressees(draft, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                    .add(draft);
        }
        return List.copyOf(alike.values());
    }

    private static Object common(Draft draft) {
        return new Draft(
                "", draft.route(), "", null, null, draft.text(), draft.reason(), draft.solicited(), draft.afterId(), draft.notBefore(),
                draft.moment(), draft.attachments());
    }

    private void add(Draft draft) {
        keys.add(draft.key());
        targets.add(draft.target());
        owners.add(draft.owner());
        batches.add(Objects.requireNonNullElse(draft.batch(), draft.key()));
    }
}

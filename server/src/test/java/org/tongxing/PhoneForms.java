package org.tongxing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongxing.contract.ContactEndpoint.ContactKind;
import org.tongxing.contract.ContactEndpoint.ContactLength;
import org.tongxing.contract.ContactEndpoint.ContactRequest;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.Met;
import org.tongxing.contract.VisitContent.MissedReason;
import org.tongxing.contract.VisitContent.Topic;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitContent.VisitRequest;
import tools.jackson.databind.json.JsonMapper;

/** What people send from their phones, the ordinary case; {@code with} changes a field. */
final class PhoneForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PhoneForms() {}

    static String key() {
        return UUID.randomUUID().toString();
    }

    static VisitRequest visit(long child, LocalDate on) {
        return visit(Set.of(child), on, null);
    }

    static VisitRequest visit(Set<Long> children, LocalDate on, String note) {
        return with(
                new VisitRequest(
                        children,
                        on,
                        Set.of(Met.CHILD, Met.GRANDPARENT),
                        Set.of(Topic.DROWNING),
                        Condition.WELL,
                        note,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Map.of());
    }

    static VisitRequest tried(long child, LocalDate on) {
        return with(
                visit(child, on),
                fields(
                        "met",
                        Set.of(),
                        "topics",
                        Set.of(),
                        "outcome",
                        VisitOutcome.TRIED,
                        "missedReason",
                        MissedReason.NOBODY_HOME,
                        "condition",
                        null));
    }

    /** The same form with some fields changed; a null takes a field away. */
    static VisitRequest with(VisitRequest form, Map<String, Object> changes) {
        Map<String, Object> all = map(form);
        changes.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return JSON.convertValue(all, VisitRequest.class);
    }

    static Map<String, Object> map(Object form) {
        Map<String, Object> all = new LinkedHashMap<>();
        JSON.valueToTree(form).properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                all.put(entry.getKey(), entry.getValue());
            }
        });
        return all;
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i].toString(), pairs[i + 1]);
        }
        return fields;
    }

    static ContactRequest call(long child, Instant at) {
        return new ContactRequest(child, ContactKind.VIDEO, ContactLength.MEDIUM, at, null, null);
    }
}

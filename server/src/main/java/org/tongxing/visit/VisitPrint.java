package org.tongxing.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.crypto.Vault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fingerprint of what was sent: equal for the same content, in whatever order sets and fields came. Photos count by
 * what they show, so that a photo sent again is still the same.
 */
@Component
@RequiredArgsConstructor
class VisitPrint {

    private final JsonMapper json;

    String of(VisitRequest request, List<String> photos) {
        ObjectNode tree = this.json.valueToTree(request);
        tree.remove("photoIds");
        return Vault.sm3(canonical(tree) + "|" + String.join(",", photos));
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> quoted(entry.getKey()) + ":" + canonical(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(canonical(part)));
            parts.sort(Comparator.naturalOrder());
            return "[" + String.join(",", parts) + "]";
        }
        return node.isString() ? quoted(node.asString()) : node.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

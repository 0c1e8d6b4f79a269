package org.tongxing.safeguard.web;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.child.Masks;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Role;
import org.tongxing.region.Divisions;
import org.tongxing.safeguard.DangerDesk.Danger;
import org.tongxing.safeguard.DangerLevel;

/** Writes reports for the console: the child masked, the place by name, and nothing about who reported. */
@Component
@RequiredArgsConstructor
class DangerViews {

    private final Children children;
    private final Divisions divisions;

    static List<Long> children(Collection<Danger> dangers) {
        return dangers.stream()
                .map(Danger::child)
                .filter(Objects::nonNull)
                .map(ChildId::value)
                .distinct()
                .toList();
    }

    List<DangerSheet> of(List<Danger> dangers) {
        Map<Long, KnownChild> known = this.children.known(children(dangers));
        Set<String> places = dangers.stream().map(one -> one.place().value()).collect(Collectors.toSet());
        Map<String, String> names = this.divisions.names(places);
        return dangers.stream()
                .map(one -> new DangerSheet(
                        one.id(),
                        one.kind(),
                        one.state(),
                        one.level(),
                        one.words(),
                        one.child() == null ? null : one.child().value(),
                        one.child() == null
                                ? null
                                : Masks.name(known.get(one.child().value()).name()),
                        one.childWords(),
                        names.getOrDefault(one.place().value(), one.place().value()),
                        one.calledPolice(),
                        one.discoveredAt(),
                        one.reportedAt(),
                        one.receivedAt(),
                        one.additions().stream()
                                .map(added -> new AdditionView(added.words(), added.at()))
                                .toList(),
                        one.receipts().stream()
                                .map(receipt -> new ReceiptView(receipt.name(), receipt.role(), receipt.at()))
                                .toList(),
                        one.acceptedBy(),
                        one.acceptedAt()))
                .toList();
    }

    /** A report on the screen. */
    record DangerSheet(
            long id,
            DangerKind kind,
            DangerState state,
            DangerLevel level,
            @Nullable String words,
            @Nullable Long childId,
            @Nullable String childName,
            @Nullable String childWords,
            String placeName,
            boolean calledPolice,
            LocalDateTime discoveredAt,
            LocalDateTime reportedAt,
            LocalDateTime receivedAt,
            List<AdditionView> additions,
            List<ReceiptView> receipts,
            @Nullable String acceptedBy,
            @Nullable LocalDateTime acceptedAt) {}

    /** Words that came later under the same key. */
    record AdditionView(String words, LocalDateTime at) {}

    /** Who had it on the screen, and when first. */
    record ReceiptView(String name, Role role, LocalDateTime at) {}
}

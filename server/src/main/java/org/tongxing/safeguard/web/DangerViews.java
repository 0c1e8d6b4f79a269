package org.tongxing.safeguard.web;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tongxing.kernel.Scope;
import org.tongxing.region.Divisions;
import org.tongxing.safeguard.Danger;
import org.tongxing.safeguard.DangerDesk;
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

    /** What the banner says: what, where and since when, and nobody's name. */
    DangerWatch watch(DangerDesk.Watch watch) {
        Map<String, String> names = names(watch.waiting());
        return new DangerWatch(
                watch.waiting().stream()
                        .map(one -> new DangerNotice(
                                one.id(),
                                one.kind(),
                                one.level(),
                                names.getOrDefault(
                                        one.place().value(), one.place().value()),
                                one.calledPolice(),
                                one.receivedAt(),
                                one.acceptBy()))
                        .toList(),
                watch.red());
    }

    DangerSheet of(Scope scope, Danger danger) {
        return of(scope, List.of(danger)).get(0);
    }

    /** A child who has left the scope since is named no more. */
    List<DangerSheet> of(Scope scope, List<Danger> dangers) {
        Map<Long, KnownChild> known = this.children.known(scope, children(dangers));
        Map<String, String> names = names(dangers);
        return dangers.stream()
                .map(one -> new DangerSheet(
                        one.id(),
                        one.kind(),
                        one.state(),
                        one.level(),
                        one.acceptBy(),
                        one.words(),
                        one.child() == null ? null : one.child().value(),
                        masked(one.child(), known),
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
                        one.acceptedAt(),
                        one.notes().stream()
                                .map(note -> new NoteView(note.words(), note.by(), note.at()))
                                .toList(),
                        one.closing() == null
                                ? null
                                : new ClosingView(
                                        one.closing().outcome(),
                                        one.closing().by(),
                                        one.closing().at())))
                .toList();
    }

    private Map<String, String> names(List<Danger> dangers) {
        return this.divisions.names(
                dangers.stream().map(one -> one.place().value()).collect(Collectors.toSet()));
    }

    private static @Nullable String masked(@Nullable ChildId child, Map<Long, KnownChild> known) {
        KnownChild found = child == null ? null : known.get(child.value());
        return found == null ? null : Masks.name(found.name());
    }

    /**
     * What every page of somebody on duty asks for again and again.
     *
     * @param red ids of children of the place about whom a report is open
     */
    record DangerWatch(List<DangerNotice> waiting, List<Long> red) {}

    /** A report that waits, in what the banner says of it. */
    record DangerNotice(
            long id,
            DangerKind kind,
            DangerLevel level,
            String placeName,
            boolean calledPolice,
            LocalDateTime receivedAt,
            LocalDateTime acceptBy) {}

    /** A report on the screen. */
    record DangerSheet(
            long id,
            DangerKind kind,
            DangerState state,
            DangerLevel level,
            LocalDateTime acceptBy,
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
            @Nullable LocalDateTime acceptedAt,
            List<NoteView> notes,
            @Nullable ClosingView closing) {}

    /** What somebody on duty did about it. */
    record NoteView(String words, String by, LocalDateTime at) {}

    /** How it ended. */
    record ClosingView(String outcome, String by, LocalDateTime at) {}

    /** Words that came later under the same key. */
    record AdditionView(String words, LocalDateTime at) {}

    /** Who had it on the screen, and when first. */
    record ReceiptView(String name, Role role, LocalDateTime at) {}
}

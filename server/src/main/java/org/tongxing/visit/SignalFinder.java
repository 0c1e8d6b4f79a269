package org.tongxing.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.crypto.Vault;
import org.tongxing.media.Photos;
import org.tongxing.visit.SignalMapper.Trace;

/** Looks for questions once a visit is recorded, beside the request and as often as needed: each is asked once. */
@Component
@RequiredArgsConstructor
class SignalFinder {

    private static final Duration SITTING = Duration.ofMinutes(30);

    private final SignalMapper mapper;
    private final Photos photos;
    private final Vault vault;
    private final Clock clock;

    @ApplicationModuleListener
    void on(VisitRecorded event) {
        Trace trace = this.mapper.find(event.visit());
        if (trace == null || !event.met()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        Signals.of(evidence(trace)).forEach(signal -> this.mapper.add(trace.id(), signal, now));
    }

    @ApplicationModuleListener
    void on(VisitConfirmed event) {
        if (!event.asTold()) {
            this.mapper.add(
                    event.visit(), new Signals.Found(SignalKind.DENIED_AT_HOME, 0, 0), LocalDateTime.now(this.clock));
        }
    }

    private Signals.Evidence evidence(Trace trace) {
        List<Photos.Evidence> shown = this.photos.evidence(VisitPhotos.subject(trace.id()));
        return new Signals.Evidence(
                trace.visitedOn(),
                VisitOutcome.valueOf(trace.outcome()),
                point(trace.placeSealed()),
                trace.placedAt(),
                shown.stream()
                        .map(Photos.Evidence::takenAt)
                        .filter(Objects::nonNull)
                        .toList(),
                shown.stream()
                        .flatMap(photo -> photo.alikeIn().stream())
                        .map(VisitPhotos::visit)
                        .filter(visit -> visit != 0)
                        .toList(),
                trace.notePrint() == null
                        ? List.of()
                        : this.mapper.alike(trace, NotePrint.ALIKE).stream()
                                .map(Trace::id)
                                .toList(),
                1 + this.mapper.savedAround(trace, trace.savedAt().minus(SITTING), trace.savedAt()),
                trace.placeSealed() == null
                        ? List.of()
                        : this.mapper
                                .placedAround(
                                        trace,
                                        trace.visitedOn().minusDays(1),
                                        trace.visitedOn().plusDays(1))
                                .stream()
                                .map(other -> new Signals.Elsewhere(
                                        other.id(),
                                        Objects.requireNonNull(point(other.placeSealed())),
                                        other.placedAt()))
                                .toList(),
                trace.placeSealed() == null
                        ? List.of()
                        : this.mapper.inTheVillage(trace).stream()
                                .map(other -> Objects.requireNonNull(point(other.placeSealed())))
                                .toList());
    }

    private @Nullable GeoPoint point(@Nullable String sealed) {
        String text = this.vault.open(sealed);
        return text == null ? null : GeoPoint.of(text);
    }
}

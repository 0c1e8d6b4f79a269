package org.tongxing.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.crypto.Vault;
import org.tongxing.media.Photos;
import org.tongxing.visit.SignalMapper.Trace;

/**
 * Looks for questions once a visit is recorded. Whoever records one only leaves a note; a moment later the visits that came in
 * are looked at together, as often as needed: each question is asked once.
 */
@Component
@RequiredArgsConstructor
class SignalFinder {

    private static final Logger LOG = LoggerFactory.getLogger(SignalFinder.class);
    private static final Duration SITTING = Duration.ofMinutes(30);
    private static final int AT_ONCE = 50;

    /** Of the second between two looks; while many record at once, those who record come first. */
    private static final Duration SHARE = Duration.ofMillis(400);

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    private final SignalMapper mapper;
    private final Photos photos;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Leaves the note, in the transaction that records the visit. */
    void examineLater(long visit) {
        this.mapper.note(visit);
    }

    @Scheduled(fixedDelayString = "${tongxing.visit.examine-every:1s}")
    void examine() {
        long begun = System.nanoTime();
        while (examineSome() == AT_ONCE && System.nanoTime() - begun < SHARE.toNanos()) {
            // The next ones wait already.
        }
    }

    private int examineSome() {
        List<Long> visits = this.mapper.unexamined(LocalDateTime.now(this.clock), AT_ONCE);
        try {
            examine(visits);
        } catch (RuntimeException together) {
            // One visit must not keep the others from being looked at.
            visits.forEach(this::examineAlone);
        }
        return visits.size();
    }

    private void examineAlone(long visit) {
        try {
            examine(List.of(visit));
        } catch (RuntimeException failure) {
            LOG.error("Looking for questions about visit {} failed", visit, failure);
            this.mapper.putOff(visit, LocalDateTime.now(this.clock).plus(AFTER_A_FAILURE));
        }
    }

    private void examine(List<Long> visits) {
        if (!visits.isEmpty()) {
            this.transaction.executeWithoutResult(status -> {
                visits.forEach(this::find);
                this.mapper.examined(visits);
            });
        }
    }

    private void find(long visit) {
        Trace trace = this.mapper.find(visit);
        if (trace != null) {
            LocalDateTime now = LocalDateTime.now(this.clock);
            Signals.of(evidence(trace)).forEach(signal -> this.mapper.add(trace.id(), signal, now));
        }
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

package org.tongxing.safeguard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerReceiptView;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.contract.DangerEndpoint.DangerView;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;
import org.tongxing.safeguard.DangerMapper.DangerRow;
import org.tongxing.safeguard.DangerMapper.Reporter;
import org.tongxing.visit.Nearness;

/**
 * Takes reports of danger from the phone: once per key, whatever is sent again, and never refused because a child cannot
 * be made out or the tie to it has ended. Who reported is sealed at once.
 */
@Service
@RequiredArgsConstructor
@Clause("JB-48")
@Clause("GD-17")
public class Dangers {

    /** Of somebody who is tied to nobody any more, new reports within a day; the phone keeps the others and tries again. */
    private static final int MOST_AFTERWARDS = 5;

    private final DangerMapper mapper;
    private final ReportPlaces places;
    private final Nearness nearness;
    private final LocalSettings settings;
    private final Vault vault;
    private final Retrying retrying;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Takes a report; the same key again is the same report, and what is new under it is added to it. */
    public DangerView report(PhoneCaller caller, String key, DangerRequest request) {
        ReportPlaces.Place place = this.places.of(caller, request);
        Reporter reporter = new Reporter(
                new SealedReporter(caller.accountId(), place.relationEnded()).seal(this.vault), digest(caller));
        String own = key.toLowerCase(Locale.ROOT);
        Report report = Report.of(request, place, this.clock);
        boolean bounded = caller.ties().isEmpty();
        long id = this.retrying.transact(() -> receive(reporter, own, report, bounded));
        return get(caller, id);
    }

    private long receive(Reporter reporter, String key, Report report, boolean bounded) {
        Sealed sealed = seal(report);
        DangerMapper.Known known = this.mapper.byKey(reporter.digest(), key);
        if (known != null) {
            return again(known, report, sealed);
        }
        if (bounded
                && this.mapper.newSince(reporter.digest(), report.receivedAt().minusDays(1)) >= MOST_AFTERWARDS) {
            throw new Refusal(ProblemCode.TOO_OFTEN);
        }
        int minutes = this.settings.value(report.place(), LocalSetting.DANGER_ACCEPT_MINUTES);
        DangerMapper.NewDanger danger = new DangerMapper.NewDanger(
                report, sealed, reporter, key, report.receivedAt().plusMinutes(minutes));
        try {
            this.mapper.insert(danger);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return again(Objects.requireNonNull(this.mapper.byKey(reporter.digest(), key)), report, sealed);
        }
        this.events.publishEvent(new DangerReported(danger.getId(), report.child()));
        return danger.getId();
    }

    /** What was said before stands; what is new is added, and a child named only now turns red now. */
    private long again(DangerMapper.Known known, Report report, Sealed sealed) {
        if (known.contentDigest().equals(sealed.digest())) {
            return known.id();
        }
        this.mapper.amend(known.id(), report.kind().name(), report.calledPolice());
        if (report.child() != null
                && this.mapper.name(
                                known.id(),
                                report.child().value(),
                                report.place().value())
                        == 1) {
            this.events.publishEvent(new DangerReported(known.id(), report.child()));
        }
        String later = report.text();
        if (!later.isBlank()) {
            this.mapper.add(
                    known.id(), sealed.digest(), Objects.requireNonNull(this.vault.seal(later)), report.receivedAt());
        }
        return known.id();
    }

    /** The own reports, the newest first. */
    @Transactional(readOnly = true)
    public List<DangerView> mine(PhoneCaller caller) {
        return views(caller, this.mapper.of(digest(caller)));
    }

    @Transactional(readOnly = true)
    public DangerView get(PhoneCaller caller, long id) {
        DangerRow row = this.mapper.own(digest(caller), id);
        if (row == null) {
            throw Refusal.notFound("danger", id);
        }
        return views(caller, List.of(row)).get(0);
    }

    /** The children this person visits about whom a report is open; parents and caregivers are told nothing. */
    @Transactional(readOnly = true)
    public List<Long> near(PhoneCaller caller) {
        Set<Long> paired = this.nearness.pairedNow(caller).keySet();
        List<String> places = caller.asStaff().stream()
                .map(PhoneCaller.ConfirmedTie::divisionCode)
                .toList();
        return paired.isEmpty() && places.isEmpty() ? List.of() : this.mapper.openAmong(paired, places);
    }

    /** Where somebody has to take up this report; nothing once it was. */
    @Transactional(readOnly = true)
    public Optional<DivisionCode> waitingAt(long report) {
        return Optional.ofNullable(this.mapper.waitingAt(report)).map(DivisionCode::new);
    }

    private List<DangerView> views(PhoneCaller caller, List<DangerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<DangerReceiptView>> receipts =
                this.mapper
                        .receipts(
                                digest(caller), rows.stream().map(DangerRow::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                DangerMapper.ReceiptRow::reportId,
                                Collectors.mapping(
                                        row -> new DangerReceiptView(row.name(), instant(row.receivedAt())),
                                        Collectors.toList())));
        return rows.stream()
                .map(row -> new DangerView(
                        row.id(),
                        DangerKind.valueOf(row.kind()),
                        DangerState.valueOf(row.state()),
                        instant(row.discoveredAt()),
                        instant(row.reportedAt()),
                        instant(row.receivedAt()),
                        receipts.getOrDefault(row.id(), List.of()),
                        row.acceptedByName(),
                        row.acceptedAt() == null ? null : instant(row.acceptedAt()),
                        row.closedAt() == null ? null : instant(row.closedAt())))
                .toList();
    }

    private Sealed seal(Report report) {
        return new Sealed(
                this.vault.seal(report.words()),
                this.vault.seal(report.childWords()),
                Objects.requireNonNull(this.vault.digest("danger|" + report.print())));
    }

    private String digest(PhoneCaller caller) {
        return Objects.requireNonNull(this.vault.digest("reporter|" + caller.accountId()));
    }

    private Instant instant(LocalDateTime at) {
        return at.atZone(this.clock.getZone()).toInstant();
    }

    /** What is kept sealed, and the fingerprint of what was sent. */
    record Sealed(@Nullable String words, @Nullable String childWords, String digest) {}

    /** A report with its three time stamps: discovered and reported by the phone's clock, received by ours. */
    record Report(
            DangerKind kind,
            @Nullable String words,
            @Nullable ChildId child,
            @Nullable String childWords,
            DivisionCode place,
            boolean calledPolice,
            LocalDateTime discoveredAt,
            LocalDateTime reportedAt,
            LocalDateTime receivedAt) {

        static Report of(DangerRequest request, ReportPlaces.Place place, Clock clock) {
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
            LocalDateTime reported = notAfter(request.reportedAt(), now, clock);
            return new Report(
                    request.kind(),
                    request.words(),
                    place.child(),
                    request.childWords(),
                    place.division(),
                    Boolean.TRUE.equals(request.calledPolice()),
                    notAfter(request.discoveredAt(), reported, clock),
                    reported,
                    now);
        }

        /** A phone whose clock is ahead, or nonsense, must not keep a report from being taken. */
        private static LocalDateTime notAfter(Instant at, LocalDateTime latest, Clock clock) {
            LocalDateTime earliest = latest.minusYears(1);
            if (at.isAfter(latest.atZone(clock.getZone()).toInstant())) {
                return latest;
            }
            return at.isBefore(earliest.atZone(clock.getZone()).toInstant())
                    ? earliest
                    : LocalDateTime.ofInstant(at, clock.getZone()).truncatedTo(ChronoUnit.MILLIS);
        }

        String text() {
            return ((this.words == null ? "" : this.words.strip()) + " "
                            + (this.childWords == null ? "" : this.childWords.strip()))
                    .strip();
        }

        String print() {
            return String.join(
                    "|",
                    this.kind.name(),
                    this.child == null ? "" : Long.toString(this.child.value()),
                    Boolean.toString(this.calledPolice),
                    text());
        }
    }
}

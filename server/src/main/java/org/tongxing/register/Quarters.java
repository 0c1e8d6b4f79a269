package org.tongxing.register;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import tools.jackson.databind.json.JsonMapper;

/** The results of the quarters: counted, looked at, submitted once and kept; what changes afterwards is shown beside. */
@Service
@Transactional
@RequiredArgsConstructor
public class Quarters {

    private static final int QUARTERS = 4;

    private final QuarterMapper mapper;
    private final RefreshMapper townships;
    private final FigureReader figures;
    private final QuarterReports reports;
    private final Divisions divisions;
    private final Adoptions adoptions;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    /** The quarters of a year for every township of a place that has to report, as it was on a day. */
    @Clause("JB-62")
    @Transactional(readOnly = true)
    public List<QuarterlyReporting> of(Scope scope, int year, LocalDate on) {
        QuarterReports.whole(scope);
        if (on.isAfter(today())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (scope.division().level() == DivisionCode.Level.VILLAGE) {
            return List.of();
        }
        Map<String, LocalDate> first = new TreeMap<>();
        this.townships.first(scope).forEach(row -> first.put(row.township(), row.firstOn()));
        Map<String, List<QuarterMapper.HeadRow>> submitted =
                this.mapper.ofYear(scope, year, on.plusDays(1).atStartOfDay()).stream()
                        .collect(Collectors.groupingBy(row -> row.divisionCode() + row.ofQuarter()));
        List<String> codes = scope.division().level() == DivisionCode.Level.TOWNSHIP
                ? List.of(scope.division().value())
                : List.copyOf(first.keySet());
        Map<String, String> names = this.divisions.names(codes);
        List<QuarterlyReporting> reporting = new ArrayList<>();
        for (String code : codes) {
            demand(new DivisionCode(code), year).ifPresent(demand -> {
                List<QuarterStanding> standings = new ArrayList<>();
                for (int number = 1; number <= QUARTERS; number++) {
                    standings.add(standing(
                            code,
                            new Quarter(year, number),
                            demand.days().get(number - 1),
                            on,
                            first.get(code),
                            submitted.getOrDefault(code + number, List.of())));
                }
                reporting.add(new QuarterlyReporting(code, names.getOrDefault(code, code), demand.clause(), standings));
            });
        }
        return reporting;
    }

    private QuarterStanding standing(
            String township,
            Quarter quarter,
            LocalDate due,
            LocalDate on,
            @Nullable LocalDate first,
            List<QuarterMapper.HeadRow> rows) {
        List<QuarterStanding.QuarterVersion> versions =
                rows.stream().map(QuarterStanding.QuarterVersion::of).toList();
        boolean asked = Demand.inForce(this.adoptions, new DivisionCode(township), Demand.QUARTER, due);
        return new QuarterStanding(
                quarter.number(),
                QuarterStanding.State.of(
                        quarter,
                        due,
                        on,
                        asked ? first : null,
                        versions.isEmpty()
                                ? null
                                : versions.get(0).submittedAt().toLocalDate()),
                due,
                versions);
    }

    /** What would be submitted now, to be looked at first; a late one still speaks of its due day. */
    @Transactional(readOnly = true)
    public QuarterDraft draft(Scope scope, Quarter quarter) {
        QuarterReports.whole(scope);
        DivisionCode township = scope.division();
        Demand demand = demand(township, quarter.year()).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND));
        LocalDate due = demand.days().get(quarter.number() - 1);
        if (township.level() != DivisionCode.Level.TOWNSHIP
                || today().isBefore(quarter.opensOn())
                || !Demand.inForce(this.adoptions, township, Demand.QUARTER, due)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        LocalDate since = demand.before(quarter.number() - 1).plusDays(1);
        LocalDate on = today().isBefore(due) ? today() : due;
        Figures found = this.figures.of(township, since, on);
        return new QuarterDraft(
                quarter, demand.clause(), due, found, digest(found), before(township, quarter, since.minusDays(1)));
    }

    /** The last quarter as it was submitted; where nothing was, as it is known now. */
    private @Nullable QuarterBefore before(DivisionCode township, Quarter quarter, LocalDate lastDue) {
        List<QuarterMapper.HeadRow> last = this.mapper.versions(township.value(), quarter.before());
        if (!last.isEmpty()) {
            return new QuarterBefore(true, this.reports.figures(last.get(0).id()));
        }
        LocalDate first = this.mapper.first(township.value());
        return first == null || first.isAfter(lastDue)
                ? null
                : new QuarterBefore(
                        false, this.figures.of(township, lastDue.minusMonths(3).plusDays(1), lastDue));
    }

    /**
     * Submits the result of a quarter, for good; another version follows it with a reason, and never replaces it.
     *
     * @param digest of the figures that were looked at
     * @throws Refusal FIGURES_CHANGED if they are others by now
     */
    @Clause("JB-62")
    public long submit(
            Caller caller,
            DivisionCode township,
            Quarter quarter,
            String digest,
            @Nullable String remark,
            @Nullable String reason) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        QuarterDraft draft = draft(caller.scope().within(township), quarter);
        if (!draft.digest().equals(digest)) {
            throw new Refusal(ProblemCode.FIGURES_CHANGED);
        }
        int version = this.mapper.versions(township.value(), quarter).stream()
                        .mapToInt(QuarterMapper.HeadRow::version)
                        .max()
                        .orElse(0)
                + 1;
        if (version > 1 && reason == null) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        byte[] content = QuarterBook.of(
                this.divisions.get(township).name(),
                quarter,
                draft.clause(),
                draft.figures(),
                remark,
                new Provenance(
                        caller.displayName(),
                        now,
                        false,
                        null,
                        null,
                        "%d-%d 第 %d 版".formatted(quarter.year(), quarter.number(), version)));
        QuarterMapper.NewReport report = new QuarterMapper.NewReport(
                township.value(),
                quarter,
                version,
                version == 1 ? null : Integer.valueOf(version - 1),
                version == 1 ? null : reason,
                draft.clause(),
                draft.due(),
                draft.figures().on(),
                remark,
                this.json.writeValueAsString(draft.figures()),
                content,
                sha256(content),
                Vault.sm3(content),
                caller,
                now);
        try {
            this.mapper.insert(report);
        } catch (DuplicateKeyException submittedMeanwhile) {
            throw new Refusal(ProblemCode.STALE);
        }
        this.events.publishEvent(new DeadlineAnswered(township.value()));
        return report.getId();
    }

    private Optional<Demand> demand(DivisionCode township, int year) {
        return Demand.of(this.adoptions, township, Demand.QUARTER, year)
                .filter(demand -> demand.days().size() == QUARTERS);
    }

    private String digest(Figures found) {
        return Vault.sm3(this.json.writeValueAsString(found));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    /** A township with its four quarters. */
    public record QuarterlyReporting(String code, String name, String clause, List<QuarterStanding> quarters) {}

    /**
     * What is about to be submitted.
     *
     * @param digest to be sent back, so that what is submitted is what was looked at
     */
    public record QuarterDraft(
            Quarter quarter,
            String clause,
            LocalDate due,
            Figures figures,
            String digest,
            @Nullable QuarterBefore before) {}

    /** The last quarter, to compare with; submitted or counted now. */
    public record QuarterBefore(boolean submitted, Figures figures) {}
}

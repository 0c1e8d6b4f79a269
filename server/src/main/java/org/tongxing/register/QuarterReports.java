package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was submitted, as it was, and beside it what has become of it. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class QuarterReports {

    private final QuarterMapper mapper;
    private final FigureReader figures;
    private final Divisions divisions;
    private final JsonMapper json;

    /** A submitted result, with what has changed since as seen on a day. */
    @Clause("JB-62")
    public QuarterReport get(Scope scope, long id, LocalDate on) {
        QuarterMapper.HeadRow head = find(scope, id);
        DivisionCode township = new DivisionCode(head.divisionCode());
        Figures reported = figures(id);
        LocalDate day = on.isBefore(reported.on()) ? reported.on() : on;
        return new QuarterReport(
                head.id(),
                head.divisionCode(),
                this.divisions.get(township).name(),
                head.quarter(),
                head.version(),
                head.clause(),
                head.dueOn(),
                head.remark(),
                head.reason(),
                head.submittedByName(),
                head.submittedAt(),
                head.submittedAt().toLocalDate().isAfter(head.dueOn()),
                head.contentSm3(),
                reported,
                Drift.between(
                        reported,
                        this.figures.of(township, reported.since(), reported.on()),
                        this.figures.of(township, reported.since(), day)),
                this.mapper.versions(head.divisionCode(), head.quarter()).stream()
                        .map(QuarterStanding.QuarterVersion::of)
                        .toList());
    }

    /** The workbook as it was submitted, byte by byte; a changed one is not given out. */
    public Exports.Download workbook(Scope scope, long id) {
        QuarterMapper.HeadRow head = find(scope, id);
        byte[] content = this.mapper.content(id).content();
        if (!Vault.sm3(content).equals(head.contentSm3())) {
            throw new IllegalStateException("Result " + id + " is not what was submitted");
        }
        String name = this.divisions.get(new DivisionCode(head.divisionCode())).name();
        return new Exports.Download(
                "%s%d年第%d季度结对结果-第%d版.xlsx".formatted(name, head.ofYear(), head.ofQuarter(), head.version()),
                content.length,
                out -> out.write(content));
    }

    private QuarterMapper.HeadRow find(Scope scope, long id) {
        whole(scope);
        QuarterMapper.HeadRow row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("quarter-report", id);
        }
        return row;
    }

    Figures figures(long id) {
        return this.json.readValue(this.mapper.figures(id), Figures.class);
    }

    /** A result speaks of everybody in a town; whoever sees one unit's children only does not see it. */
    static void whole(Scope scope) {
        if (scope.unitId() != null) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    /**
     * A submitted result.
     *
     * @param changes what has become of its figures
     * @param versions all versions of the quarter, the last first
     */
    public record QuarterReport(
            long id,
            String divisionCode,
            String divisionName,
            Quarter quarter,
            int version,
            String clause,
            LocalDate due,
            @Nullable String remark,
            @Nullable String reason,
            String submittedBy,
            LocalDateTime submittedAt,
            boolean late,
            String sm3,
            Figures figures,
            List<Change> changes,
            List<QuarterStanding.QuarterVersion> versions) {}
}

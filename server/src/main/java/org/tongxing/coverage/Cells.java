package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Batches;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is counted in a village from day to day, kept so that only what changes is written. */
@Component
@RequiredArgsConstructor
class Cells {

    private static final TypeReference<Map<State.Reason, Integer>> REASONS = new TypeReference<>() {};

    private final CoverageMapper mapper;
    private final Sums sums;
    private final Batches batches;
    private final JsonMapper json;

    /** The cells of the villages below a division on a day. */
    List<CoverageMapper.CellRow> on(DivisionCode division, LocalDate day) {
        return this.mapper.on(division.value(), day);
    }

    /** Writes the cells that are not what they were, and passes on by how much that changes the sums above. */
    void keep(DivisionCode village, List<VillageSeries.Cell> cells) {
        List<VillageSeries.Cell> before =
                this.mapper.cells(village.value()).stream().map(this::of).toList();
        Set<VillageSeries.Cell> gone = new LinkedHashSet<>(before);
        cells.forEach(gone::remove);
        Set<VillageSeries.Cell> fresh = new LinkedHashSet<>(cells);
        before.forEach(fresh::remove);
        this.batches.write(CoverageMapper.class, rows(village, gone), CoverageMapper::remove);
        this.batches.write(CoverageMapper.class, rows(village, fresh), CoverageMapper::insert);
        this.sums.changed(village, Step.between(List.copyOf(gone), List.copyOf(fresh)));
    }

    VillageSeries.Cell of(CoverageMapper.CellRow row) {
        return new VillageSeries.Cell(
                row.category(),
                row.startsOn(),
                row.endsOn(),
                new Tally()
                        .add(
                                row.eligible(),
                                row.byFamily(),
                                row.byAreaDuty(),
                                row.girls(),
                                row.girlsWithout(),
                                row.turningEight(),
                                this.json.readValue(row.reasonCounts(), REASONS)));
    }

    private CoverageMapper.CellRow row(DivisionCode village, VillageSeries.Cell cell) {
        Tally tally = cell.tally();
        return new CoverageMapper.CellRow(
                village.value(),
                cell.startsOn(),
                cell.endsOn(),
                cell.category(),
                tally.eligible(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.girls(),
                tally.girlsWithout(),
                tally.turningEight(),
                this.json.writeValueAsString(tally.reasons()));
    }

    private List<CoverageMapper.CellRow> rows(DivisionCode village, Collection<VillageSeries.Cell> cells) {
        return cells.stream().map(cell -> row(village, cell)).toList();
    }
}

package org.tongxing.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.reading.CheckedRow;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.FamilyEntry;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Writes judged rows down sealed, a thousand at a time, and opens them again. */
@Component
@RequiredArgsConstructor
class StagedRows {

    /** Rows in one statement, and in memory at one time. */
    static final int CHUNK = 1_000;

    private final StagedRowMapper mapper;
    private final RowKeys keys;
    private final Vault vault;
    private final JsonMapper json;

    void stage(long importId, DivisionCode township, List<CheckedRow> rows) {
        if (!rows.isEmpty()) {
            this.mapper.stage(
                    rows.stream().map(row -> sealed(importId, township, row)).toList());
        }
    }

    /** Hands over all rows of an import, chunk by chunk. */
    void forEachChunk(long importId, Consumer<List<StagedRowMapper.StagedRow>> consumer) {
        int sheet = -1;
        int line = 0;
        while (true) {
            List<StagedRowMapper.StagedRow> chunk = this.mapper.after(importId, sheet, line, CHUNK);
            if (!chunk.isEmpty()) {
                consumer.accept(chunk);
            }
            if (chunk.size() < CHUNK) {
                return;
            }
            sheet = chunk.get(CHUNK - 1).sheet();
            line = chunk.get(CHUNK - 1).line();
        }
    }

    Payload open(String sealed) {
        return this.json.readValue(Objects.requireNonNull(this.vault.open(sealed)), Payload.class);
    }

    private StagedRowMapper.StagedRow sealed(long importId, DivisionCode township, CheckedRow row) {
        Map<RosterField, String> cells = new EnumMap<>(RosterField.class);
        row.raw().cells().forEach((field, cell) -> cells.put(field, cell.text()));
        Payload payload = new Payload(
                cells,
                row.entry() instanceof ChildEntry child ? child : null,
                row.entry() instanceof FamilyEntry family ? family : null,
                row.problems());
        DivisionCode division = row.village() == null ? township : row.village();
        return new StagedRowMapper.StagedRow(
                importId,
                row.sheet(),
                row.row(),
                row.kind(),
                row.verdict(),
                division.value(),
                row.problems().stream()
                        .map(problem -> problem.code().name())
                        .distinct()
                        .collect(Collectors.joining(",")),
                this.keys.of(township, row.raw()),
                Objects.requireNonNull(this.vault.seal(this.json.writeValueAsString(payload))));
    }

    /** What is sealed of a row. */
    record Payload(
            Map<RosterField, String> cells,
            @Nullable ChildEntry child,
            @Nullable FamilyEntry family,
            List<RowProblem> problems) {

        StagedRow opened(int sheet, int line, SheetKind kind, Verdict verdict) {
            return new StagedRow(sheet, line, kind, verdict, this.cells, this.problems);
        }
    }
}

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
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Batches;
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
    private final Batches batches;
    private final RowKeys keys;
    private final Vault vault;
    private final JsonMapper json;

    /** Writes a chunk down, inside the caller's transaction. */
    void stage(long importId, DivisionCode township, List<CheckedRow> rows) {
        this.batches.write(
                StagedRowMapper.class,
                rows.stream().map(row -> sealed(importId, township, row)).toList(),
                StagedRowMapper::stage);
    }

    /** Deletes all rows of an import, by the chunk. */
    void clear(long importId) {
        while (this.mapper.clear(importId, CHUNK) == CHUNK) {}
    }

    /** The rows of an import after a given one, a chunk of them; none is behind the last. */
    List<StagedRowMapper.StagedRow> after(long importId, int sheet, int line) {
        return this.mapper.after(Scope.everywhere(), importId, sheet, line, CHUNK);
    }

    /** The fingerprints of the rows of an import after a given one that are taken, a chunk of them. */
    List<StagedRowMapper.TakenRow> takenAfter(long importId, int sheet, int line) {
        return this.mapper.takenAfter(importId, sheet, line, CHUNK);
    }

    /** Hands over the families of an import that are taken, chunk by chunk. */
    void forEachChunkOfFamilies(long importId, Consumer<List<FamilyEntry>> consumer) {
        int sheet = -1;
        int line = 0;
        List<StagedRowMapper.StagedRow> chunk;
        do {
            chunk = this.mapper.familiesAfter(importId, sheet, line, CHUNK);
            consumer.accept(chunk.stream()
                    .map(row -> open(row.payload()).family())
                    .filter(Objects::nonNull)
                    .toList());
            sheet = chunk.isEmpty() ? sheet : chunk.get(chunk.size() - 1).sheet();
            line = chunk.isEmpty() ? line : chunk.get(chunk.size() - 1).line();
        } while (chunk.size() == CHUNK);
    }

    Payload open(String sealed) {
        return this.json.readValue(Packed.unpacked(this.vault.openBytes(sealed)), Payload.class);
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
                this.keys.of(row.raw()),
                this.vault.sealBytes(Packed.packed(this.json.writeValueAsBytes(payload))));
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

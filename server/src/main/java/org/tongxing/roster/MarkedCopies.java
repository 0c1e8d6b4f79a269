package org.tongxing.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.reading.MarkedWorkbook;
import org.tongxing.roster.reading.WorkbookReader;

/** Writes a roster back with its doubtful cells coloured and the reasons beside them, to be corrected and imported again. */
@Service
@RequiredArgsConstructor
public class MarkedCopies {

    private final Rosters rosters;
    private final Reading reading;
    private final StagedRowMapper mapper;
    private final StagedRows staged;
    private final RosterFiles files;

    /**
     * Writes the marked-up workbook; whoever asked for it closes it once it is sent.
     *
     * @throws Refusal while the import is not read, or when its workbook is deleted
     */
    public MarkedCopy write(Scope scope, long id) {
        ImportMapper.ImportRow row = this.rosters.find(scope, id);
        if (row.state() != ImportState.PREVIEW && row.state() != ImportState.ACCEPTED) {
            throw new Refusal(ProblemCode.IMPORT_NOT_READY);
        }
        if (row.keptUntil() == null || !this.files.exists(id)) {
            throw new Refusal(ProblemCode.WORKBOOK_DELETED);
        }
        MarkedCopy copy = new MarkedCopy();
        try (OutputStream out = copy.begin()) {
            WorkbookReader original = WorkbookReader.open(this.files.file(row));
            MarkedWorkbook.write(
                    original, this.reading.sheets(row, original.sheets()), new InOrder(scope, id)::of, out);
            return copy;
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) failure;
        }
    }

    /** The marks in the order of the workbook, so that no more than a chunk of them is in memory. */
    @RequiredArgsConstructor
    private final class InOrder {

        private final Scope scope;
        private final long id;
        private final Deque<StagedRowMapper.StagedRow> ahead = new ArrayDeque<>();
        private int sheet = -1;
        private int line;
        private boolean over;

        MarkedWorkbook.@Nullable Mark of(int askedSheet, int askedLine) {
            while (true) {
                if (this.ahead.isEmpty() && !this.over) {
                    fill();
                }
                StagedRowMapper.StagedRow next = this.ahead.peekFirst();
                if (next == null
                        || next.sheet() > askedSheet
                        || next.sheet() == askedSheet && next.line() > askedLine) {
                    return null;
                }
                this.ahead.removeFirst();
                if (next.sheet() == askedSheet && next.line() == askedLine) {
                    return new MarkedWorkbook.Mark(
                            next.verdict(),
                            MarkedCopies.this.staged.open(next.payload()).problems());
                }
            }
        }

        private void fill() {
            List<StagedRowMapper.StagedRow> chunk =
                    MarkedCopies.this.mapper.after(this.scope, this.id, this.sheet, this.line, StagedRows.CHUNK);
            this.over = chunk.size() < StagedRows.CHUNK;
            this.ahead.addAll(chunk);
            if (!chunk.isEmpty()) {
                this.sheet = chunk.get(chunk.size() - 1).sheet();
                this.line = chunk.get(chunk.size() - 1).line();
            }
        }
    }
}

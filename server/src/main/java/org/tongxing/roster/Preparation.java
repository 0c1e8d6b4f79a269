package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomer;
import org.tongxing.child.Newcomers;
import org.tongxing.persistence.Behind;
import org.tongxing.persistence.Lease;
import org.tongxing.roster.reading.Verdict;

/**
 * Prepares an accepted roster by the chunk: all that belongs to its children and its refused rows, none of which anybody
 * sees before {@link TakeOver}. A chunk is one transaction with how far it has come, so whoever goes on after a crash
 * repeats nothing.
 */
@Component
@RequiredArgsConstructor
class Preparation {

    private final ImportMapper mapper;
    private final StagedRows staged;
    private final RefusedRows refused;
    private final Newcomers newcomers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Goes on where it was left, to the last row. */
    void prepare(ImportMapper.ImportRow row, Lease lease) {
        if (row.preparedSheet() == null) {
            discard(row.id());
        }
        boolean othersWait = this.refused.othersWait(row);
        try (Behind behind = new Behind("roster-behind")) {
            int sheet = Objects.requireNonNullElse(row.preparedSheet(), -1);
            int line = Objects.requireNonNullElse(row.preparedLine(), 0);
            List<StagedRowMapper.StagedRow> chunk = this.staged.after(row.id(), sheet, line);
            while (!chunk.isEmpty()) {
                stopIfAsked();
                Chunk next = looked(chunk);
                behind.write(
                        () -> this.transaction.executeWithoutResult(status -> write(row, lease, next, othersWait)));
                chunk = this.staged.after(
                        row.id(), next.last().sheet(), next.last().line());
            }
            behind.await();
        }
        if (this.refused.any(row.id())) {
            writtenTwice(row, lease);
        }
    }

    /** Once everything is known: a refused row may stand before or behind the one that is right. Repeated, it changes nothing. */
    private void writtenTwice(ImportMapper.ImportRow row, Lease lease) {
        List<StagedRowMapper.TakenRow> taken = this.staged.takenAfter(row.id(), -1, 0);
        while (!taken.isEmpty()) {
            stopIfAsked();
            List<StagedRowMapper.TakenRow> rows = taken;
            StagedRowMapper.TakenRow last = rows.get(rows.size() - 1);
            this.transaction.executeWithoutResult(status -> {
                if (this.mapper.renew(row.id(), lease.worker(), lease.renewed()) != 1) {
                    throw new Lease.Lost();
                }
                this.refused.alsoTaken(
                        row.id(),
                        rows.stream().map(StagedRowMapper.TakenRow::rowKeys).toList());
            });
            taken = this.staged.takenAfter(row.id(), last.sheet(), last.line());
        }
    }

    private static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Lease.Lost();
        }
    }

    /** Clears away what an earlier try has prepared and nobody will take over. */
    void discard(long importId) {
        this.newcomers.clear(importId);
        this.refused.discard(importId);
    }

    private void write(ImportMapper.ImportRow row, Lease lease, Chunk chunk, boolean othersWait) {
        StagedRowMapper.StagedRow last = chunk.last();
        int mine = this.mapper.prepared(
                row.id(),
                lease.worker(),
                last.sheet(),
                last.line(),
                chunk.rows().size(),
                lease.renewed());
        if (mine != 1) {
            throw new Lease.Lost();
        }
        this.newcomers.prepare(chunk.fresh(), row.id(), row.acceptedBy());
        if (othersWait) {
            this.refused.prepareSettling(row, chunk.rows());
        }
        this.refused.prepare(chunk.rows(), chunk.contradicted());
    }

    /** Asks again who is on file: between preview and acceptance somebody else may have registered a child. */
    private Chunk looked(List<StagedRowMapper.StagedRow> chunk) {
        LocalDate today = LocalDate.now(this.clock);
        List<StagedRowMapper.StagedRow> rows = new ArrayList<>();
        List<NewChild> children = new ArrayList<>();
        for (StagedRowMapper.StagedRow one : chunk) {
            if (one.verdict() != Verdict.REFUSED) {
                StagedRows.Payload payload = this.staged.open(one.payload());
                if (payload.child() != null) {
                    rows.add(one);
                    children.add(Entries.child(payload.child(), today));
                }
            }
        }
        List<Newcomers.OnFile> known = this.newcomers.onFile(children);
        List<Newcomer> fresh = new ArrayList<>();
        Set<StagedRowMapper.StagedRow> contradicted = new HashSet<>();
        for (int i = 0; i < children.size(); i++) {
            switch (known.get(i)) {
                case NO -> fresh.add(this.newcomers.judged(children.get(i)));
                case CONTRADICTORY -> contradicted.add(rows.get(i));
                default -> {}
            }
        }
        return new Chunk(chunk, fresh, contradicted);
    }

    /**
     * Rows that are written together.
     *
     * @param fresh the children among them that are not on file, judged already
     * @param contradicted the rows that somebody has to look at after all
     */
    private record Chunk(
            List<StagedRowMapper.StagedRow> rows, List<Newcomer> fresh, Set<StagedRowMapper.StagedRow> contradicted) {

        StagedRowMapper.StagedRow last() {
            return this.rows.get(this.rows.size() - 1);
        }
    }
}

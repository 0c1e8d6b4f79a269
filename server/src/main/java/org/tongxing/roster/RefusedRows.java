package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Batches;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.Verdict;

/** Rows that were refused and may be children: they wait here until a later roster corrects them or somebody says why not. */
@Service
@Transactional
@RequiredArgsConstructor
public class RefusedRows {

    private static final Set<Cause> CONTRADICTIONS = EnumSet.of(Cause.DUPLICATE_IN_FILE, Cause.MAYBE_ON_FILE);

    private final RefusedRowMapper mapper;
    private final StagedRows staged;
    private final Batches batches;
    private final Clock clock;

    /** How many rows wait; counted beside the coverage so that nobody forgets them. */
    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return this.mapper.countOpen(scope);
    }

    /** The rows that wait, the oldest first. */
    @Transactional(readOnly = true)
    public Page<Waiting> open(Scope scope, Paging paging) {
        List<Waiting> rows = this.mapper.open(scope, paging.size(), paging.offset()).stream()
                .map(row -> new Waiting(
                        row.id(),
                        row.importId(),
                        row.fileName(),
                        new DivisionCode(row.divisionCode()),
                        row.refusedAt(),
                        this.staged.open(row.payload()).opened(row.sheet(), row.line(), row.kind(), Verdict.REFUSED)))
                .toList();
        return new Page<>(rows, this.mapper.countOpen(scope));
    }

    /** Takes a row off the list because it is nobody, or nobody of ours. */
    public void dismiss(Caller caller, long id, String reason) {
        if (this.mapper.dismiss(caller.scope(), id, caller.accountId(), reason, now()) == 1) {
            return;
        }
        if (this.mapper.find(caller.scope(), id) == null) {
            throw Refusal.notFound("refused-row", id);
        }
        throw new Refusal(ProblemCode.STALE);
    }

    /** Whether rows of other imports wait in the township; asked once, before an import adds its own. */
    @Transactional(readOnly = true)
    boolean othersWait(ImportMapper.ImportRow by) {
        return this.mapper.othersWait(by.id(), by.divisionCode());
    }

    /** Makes ready to settle what waits from other imports and a chunk of this one says. */
    void prepareSettling(ImportMapper.ImportRow by, List<StagedRowMapper.StagedRow> chunk) {
        List<String> keys = keys(chunk.stream().map(StagedRowMapper.StagedRow::rowKeys));
        List<Long> said = keys.isEmpty() ? List.of() : this.mapper.sameAs(by.id(), by.divisionCode(), keys);
        if (!said.isEmpty()) {
            this.mapper.willSettle(said, by.id());
        }
    }

    /**
     * Makes ready what a chunk of an import will put on the list: rows it refuses itself, but not those that say a second time
     * what another row says. Nobody sees them before the import is accepted.
     *
     * @param contradicted rows that were not refused, but may no longer be taken
     */
    void prepare(List<StagedRowMapper.StagedRow> chunk, Set<StagedRowMapper.StagedRow> contradicted) {
        List<RefusedRowMapper.NewRefusedRow> fresh = chunk.stream()
                .filter(row -> contradicted.contains(row)
                        || row.verdict() == Verdict.REFUSED && !Cause.saidTwice(row.causes()))
                .map(row -> new RefusedRowMapper.NewRefusedRow(row, now()))
                .toList();
        this.batches.write(RefusedRowMapper.class, fresh, RefusedRowMapper::insert);
        List<RefusedRowMapper.KeyRow> own = new ArrayList<>();
        fresh.forEach(row -> RowKeys.own(
                        row.getRow().rowKeys(),
                        contradicted.contains(row.getRow())
                                || contradicted(row.getRow().causes()))
                .stream()
                .distinct()
                .forEach(key -> own.add(new RefusedRowMapper.KeyRow(key, row.getId()))));
        this.batches.write(RefusedRowMapper.class, own, RefusedRowMapper::insertKey);
    }

    /**
     * Makes ready to settle rows of this import itself whose child, or family, another of its rows says rightly: written twice,
     * once with a slip, nobody is missing.
     *
     * @param taken the fingerprints of rows that are taken over
     */
    void alsoTaken(long importId, List<String> taken) {
        List<String> keys = keys(taken.stream());
        List<Long> said = keys.isEmpty() ? List.of() : this.mapper.sameInFile(importId, keys);
        if (!said.isEmpty()) {
            this.mapper.willSettle(said, importId);
        }
    }

    /** Whether an import has rows that will wait. */
    boolean any(long importId) {
        return this.mapper.refusedBy(importId) > 0;
    }

    /** Settles what an import that is taken over says again, rightly or wrongly: the same row refused twice waits once. */
    void settle(long importId) {
        this.mapper.settle(importId, now());
    }

    /** Takes back what was made ready for an import that is not accepted. */
    void discard(long importId) {
        this.mapper.discardKeys(importId);
        this.mapper.discard(importId);
        this.mapper.willNotSettle(importId);
    }

    private static List<String> keys(Stream<String> rows) {
        return rows.flatMap(row -> RowKeys.all(row).stream()).distinct().toList();
    }

    private static boolean contradicted(String causes) {
        return CONTRADICTIONS.stream().anyMatch(cause -> causes.contains(cause.name()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** A row that waits, opened; whoever shows it masks it. */
    public record Waiting(
            long id, long importId, String fileName, DivisionCode division, LocalDateTime refusedAt, StagedRow row) {}
}

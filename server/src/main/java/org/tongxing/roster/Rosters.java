package org.tongxing.roster;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;
import org.tongxing.roster.reading.Verdict;

/** Imports rosters: first a preview in which nothing is registered, then all of it in one step or nothing. */
@Service
@RequiredArgsConstructor
public class Rosters {

    private static final int LONGEST_FILE_NAME = 200;
    private static final Set<ImportState> MAPPABLE = EnumSet.of(ImportState.MAPPING, ImportState.PREVIEW);
    private static final Set<ImportState> ABANDONABLE =
            EnumSet.of(ImportState.READING, ImportState.MAPPING, ImportState.PREVIEW, ImportState.FAILED);

    private final ImportMapper mapper;
    private final StagedRowMapper stagedRows;
    private final StagedRows staged;
    private final ImportTexts texts;
    private final RosterFiles files;
    private final Preparation preparation;
    private final Retention retention;
    private final ImportJobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Keeps a workbook and begins to read it; the answer does not wait for that. */
    public long read(Caller caller, DivisionCode township, String fileName, InputStream content) {
        String name = fileName.length() > LONGEST_FILE_NAME
                ? fileName.substring(fileName.length() - LONGEST_FILE_NAME)
                : fileName;
        LocalDateTime now = LocalDateTime.now(this.clock);
        ImportMapper.NewImport fresh = new ImportMapper.NewImport(
                township.value(), name, Retention.lastDay(now.toLocalDate()), caller.accountId(), now);
        this.transaction.executeWithoutResult(status -> {
            this.mapper.insert(fresh);
            this.mapper.fileSize(fresh.getId(), this.files.keep(fresh.getId(), content));
        });
        this.jobs.begin(fresh.getId());
        return fresh.getId();
    }

    /**
     * Reads a workbook again with columns mapped by hand.
     *
     * @param kind what the sheet is about; null leaves it to the fields; UNKNOWN leaves the sheet out
     * @param columns fields by the letters of their columns; null leaves a column out
     */
    public void map(
            Caller caller, long id, int sheet, @Nullable SheetKind kind, Map<String, @Nullable RosterField> columns) {
        ImportMapper.ImportRow row = find(caller.scope(), id);
        SheetOutline outline = this.texts.sheets(row.sheetsSealed()).stream()
                .filter(one -> one.index() == sheet)
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.INVALID_REQUEST));
        Mapping mapping = this.texts.mapping(row.mappingSealed()).with(said(outline, kind, columns));
        this.transaction.executeWithoutResult(status -> {
            move(id, MAPPABLE, ImportState.READING);
            this.mapper.mapping(id, this.texts.sealed(mapping));
        });
        this.jobs.begin(id);
    }

    /** Begins to register what the preview showed; a second request for the same import is refused. */
    public void accept(Caller caller, long id) {
        find(caller.scope(), id);
        this.transaction.executeWithoutResult(status -> {
            move(id, Set.of(ImportState.PREVIEW), ImportState.ACCEPTING);
            this.mapper.acceptedBy(id, caller.accountId());
        });
        this.jobs.begin(id);
    }

    /**
     * Stops taking over while it is being prepared; nobody is registered by then, and the preview stands as before.
     *
     * @throws Refusal when all of it is on file already
     */
    public void stop(Caller caller, long id) {
        find(caller.scope(), id);
        this.transaction.executeWithoutResult(status -> move(id, Set.of(ImportState.ACCEPTING), ImportState.PREVIEW));
        this.preparation.discard(id);
    }

    /** Drops an import that nobody wants; what was staged and the workbook itself are deleted. */
    public void abandon(Caller caller, long id) {
        find(caller.scope(), id);
        this.transaction.executeWithoutResult(status -> move(id, ABANDONABLE, ImportState.ABANDONED));
        this.retention.forget(id);
    }

    public Import get(Scope scope, long id) {
        return view(find(scope, id));
    }

    /** The last fifty imports. */
    public List<Import> recent(Scope scope) {
        return this.mapper.recent(scope).stream().map(this::view).toList();
    }

    /** The staged rows of an import, opened; whoever shows them masks them. */
    public List<StagedRow> rows(Scope scope, long id, @Nullable Verdict verdict, @Nullable Cause cause, Paging paging) {
        find(scope, id);
        return this.stagedRows
                .page(scope, id, verdict, cause == null ? null : cause.name(), paging.size(), paging.offset())
                .stream()
                .map(row -> this.staged.open(row.payload()).opened(row.sheet(), row.line(), row.kind(), row.verdict()))
                .toList();
    }

    ImportMapper.ImportRow find(Scope scope, long id) {
        ImportMapper.ImportRow row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("import", id);
        }
        return row;
    }

    private void move(long id, Set<ImportState> from, ImportState to) {
        if (this.mapper.move(id, from, to) != 1) {
            throw new Refusal(ProblemCode.IMPORT_NOT_READY);
        }
    }

    private static Mapping.SheetMapping said(
            SheetOutline outline, @Nullable SheetKind kind, Map<String, @Nullable RosterField> columns) {
        Map<Integer, RosterField> byIndex = new HashMap<>();
        Set<Integer> leftOut = new HashSet<>();
        Map<String, RosterField> titles = new HashMap<>();
        columns.forEach((letters, field) -> {
            SheetOutline.Heading heading = outline.headings().stream()
                    .filter(one -> one.column().equals(letters))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ProblemCode.INVALID_REQUEST));
            if (field == null) {
                leftOut.add(heading.index());
            } else {
                byIndex.put(heading.index(), field);
                titles.put(heading.title(), field);
            }
        });
        SheetKind meant = kind != null ? kind : meant(outline, byIndex.values());
        boolean twice = new HashSet<>(byIndex.values()).size() < byIndex.size();
        if (twice || meant != SheetKind.UNKNOWN && !meant.fields().containsAll(byIndex.values())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        // What is known of the sheet goes on being so, except where something else is said now.
        outline.columns().forEach((index, field) -> {
            if (!leftOut.contains(index)
                    && !byIndex.containsValue(field)
                    && meant.fields().contains(field)) {
                byIndex.putIfAbsent(index, field);
            }
        });
        return new Mapping.SheetMapping(outline.index(), meant, byIndex, leftOut, titles);
    }

    private static SheetKind meant(SheetOutline outline, Collection<RosterField> fields) {
        if (outline.kind() != SheetKind.UNKNOWN) {
            return outline.kind();
        }
        return fields.contains(RosterField.CADRE) ? SheetKind.FAMILIES : SheetKind.CHILDREN;
    }

    private Import view(ImportMapper.ImportRow row) {
        List<SheetOutline> sheets = this.texts.sheets(row.sheetsSealed());
        return new Import(
                row.id(),
                new DivisionCode(row.divisionCode()),
                row.state(),
                row.fileName(),
                row.rowsRead(),
                row.rowsTotal(),
                row.acceptedRows(),
                row.notedRows(),
                row.refusedRows(),
                row.knownRows(),
                row.absentChildren(),
                row.rowsPrepared(),
                row.keptUntil(),
                row.problem(),
                row.uploadedAt(),
                row.acceptedAt(),
                sheets.stream().map(Import.Sheet::of).toList(),
                row.state() == ImportState.MAPPING ? Import.missing(sheets) : List.of(),
                Import.counts(this.texts.causes(row.causes())));
    }
}

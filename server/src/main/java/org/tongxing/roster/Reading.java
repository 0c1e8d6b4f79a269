package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.child.Newcomers;
import org.tongxing.helper.FamilyIntake;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Behind;
import org.tongxing.persistence.Lease;
import org.tongxing.policy.Adoptions;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;
import org.tongxing.region.FormerNames;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.CheckedRow;
import org.tongxing.roster.reading.Places;
import org.tongxing.roster.reading.RawRow;
import org.tongxing.roster.reading.RowCheck;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;
import org.tongxing.roster.reading.Verdict;
import org.tongxing.roster.reading.VillageNames;
import org.tongxing.roster.reading.WorkbookReader;
import org.tongxing.roster.sheet.UnreadableWorkbook;

/** Reads one workbook into staged rows, chunk by chunk, and says how far it is. Nobody is registered here. */
@Component
@RequiredArgsConstructor
class Reading {

    private final ImportMapper mapper;
    private final StagedRows staged;
    private final ImportTexts texts;
    private final RosterFiles files;
    private final Retention retention;
    private final Newcomers newcomers;
    private final FamilyIntake intake;
    private final Divisions divisions;
    private final FormerNames formerNames;
    private final Adoptions adoptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Reads from the start; what an earlier try has staged goes first. */
    void read(ImportMapper.ImportRow row, Lease lease) {
        this.staged.clear(row.id());
        if (!this.files.exists(row.id())) {
            finish(row, lease, failed("文件已经删了，重新传一次"));
            return;
        }
        try {
            WorkbookReader workbook = WorkbookReader.open(this.files.file(row));
            List<SheetOutline> sheets = sheets(row, workbook.sheets());
            if (cannotBeRead(sheets)) {
                finish(row, lease, mapping(sheets));
            } else {
                try (Behind behind = new Behind("roster-behind")) {
                    new Pass(row, lease, sheets, behind).run(workbook);
                }
            }
        } catch (UnreadableWorkbook unreadable) {
            this.staged.clear(row.id());
            finish(row, lease, failed(unreadable.reason().text()));
        }
    }

    /** The sheets with what was said about their columns, now or, for headings nobody knows, the last time. */
    List<SheetOutline> sheets(ImportMapper.ImportRow row, List<SheetOutline> recognised) {
        if (row.mappingSealed() != null) {
            return this.texts.mapping(row.mappingSealed()).applied(recognised);
        }
        String last = this.mapper.lastMapping(row.divisionCode(), row.id());
        return last == null ? recognised : this.texts.mapping(last).remembered(recognised);
    }

    private static boolean cannotBeRead(List<SheetOutline> sheets) {
        return sheets.stream().allMatch(sheet -> sheet.kind() == SheetKind.UNKNOWN)
                || sheets.stream().anyMatch(sheet -> !sheet.missing().isEmpty());
    }

    private ImportMapper.ReadResult mapping(List<SheetOutline> sheets) {
        String missing = sheets.stream()
                .filter(sheet -> !sheet.missing().isEmpty())
                .map(sheet -> "“" + sheet.name() + "”没找到"
                        + sheet.missing().stream().map(field -> field.label()).collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
        String problem = missing.isEmpty() ? UnreadableWorkbook.Reason.NO_HEADINGS.text() : missing;
        return new ImportMapper.ReadResult(
                ImportState.MAPPING,
                ImportTexts.clipped(problem),
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                this.texts.sealed(sheets));
    }

    private static ImportMapper.ReadResult failed(String problem) {
        return new ImportMapper.ReadResult(ImportState.FAILED, problem, 0, 0, 0, 0, null, null, null, null);
    }

    private void finish(ImportMapper.ImportRow row, Lease lease, ImportMapper.ReadResult result) {
        if (this.mapper.finishReading(row.id(), lease.worker(), result) != 1) {
            throw new Lease.Lost();
        }
        if (result.state() == ImportState.FAILED) {
            this.retention.forget(row.id());
        }
    }

    /** One pass over the rows of one workbook. */
    private final class Pass {

        private final ImportMapper.ImportRow row;
        private final Lease lease;
        private final List<SheetOutline> sheets;
        private final Behind behind;
        private final DivisionCode township;
        private final RowCheck check;
        private final List<RawRow> chunk = new ArrayList<>(StagedRows.CHUNK);
        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        private final int total;
        private int done;
        private int known;

        Pass(ImportMapper.ImportRow row, Lease lease, List<SheetOutline> sheets, Behind behind) {
            this.row = row;
            this.lease = lease;
            this.sheets = sheets;
            this.behind = behind;
            this.township = new DivisionCode(row.divisionCode());
            this.total = sheets.stream()
                    .filter(sheet -> sheet.kind() != SheetKind.UNKNOWN)
                    .mapToInt(SheetOutline::rows)
                    .sum();
            LocalDate today = LocalDate.now(Reading.this.clock);
            this.check = new RowCheck(
                    villages(),
                    places(),
                    today,
                    new RulesInForce(Reading.this.adoptions, this.township, today),
                    new OnFile(Reading.this.newcomers, Reading.this.intake, this.township, today));
        }

        void run(WorkbookReader workbook) {
            stage();
            workbook.read(
                    this.sheets,
                    raw -> {
                        this.chunk.add(raw);
                        if (this.chunk.size() == StagedRows.CHUNK) {
                            stage();
                        }
                    },
                    (seen, all) -> {});
            stage();
            this.behind.await();
            finish(
                    this.row,
                    this.lease,
                    new ImportMapper.ReadResult(
                            ImportState.PREVIEW,
                            null,
                            this.done,
                            this.verdicts.getOrDefault(Verdict.ACCEPTED, 0),
                            this.verdicts.getOrDefault(Verdict.NOTED, 0),
                            this.verdicts.getOrDefault(Verdict.REFUSED, 0),
                            this.known,
                            Math.max(0, Reading.this.newcomers.living(this.township) - this.known),
                            Reading.this.texts.causes(this.causes),
                            Reading.this.texts.sealed(this.sheets)));
        }

        /** Judges what has come together and has it written, with how far it is; a lost import loses this chunk too. */
        private void stage() {
            if (Thread.currentThread().isInterrupted()) {
                throw new Lease.Lost();
            }
            List<CheckedRow> rows = this.check.check(this.chunk);
            rows.forEach(this::count);
            this.chunk.clear();
            this.done += rows.size();
            int far = this.done;
            this.behind.write(() -> Reading.this.transaction.executeWithoutResult(status -> {
                Reading.this.staged.stage(this.row.id(), this.township, rows);
                int mine = Reading.this.mapper.progress(
                        this.row.id(), this.lease.worker(), far, Math.max(this.total, far), this.lease.renewed());
                if (mine != 1) {
                    throw new Lease.Lost();
                }
            }));
        }

        private void count(CheckedRow checked) {
            this.verdicts.merge(checked.verdict(), 1, Integer::sum);
            boolean child = checked.kind() == SheetKind.CHILDREN;
            if (child && checked.problems().stream().anyMatch(problem -> problem.code() == Cause.ON_FILE)) {
                this.known++;
            }
            checked.problems().stream()
                    .map(RowProblem::code)
                    .distinct()
                    .forEach(code -> this.causes.merge(code, 1, Integer::sum));
        }

        private Places places() {
            return new Places(Reading.this.divisions.downToCounties().stream()
                    .collect(Collectors.toMap(Division::code, Division::name)));
        }

        private VillageNames villages() {
            return new VillageNames(
                    Reading.this.divisions.children(this.township).stream()
                            .collect(Collectors.toMap(Division::name, Division::code, (first, second) -> first)),
                    Reading.this.formerNames.of(this.township));
        }
    }
}

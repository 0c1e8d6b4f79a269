package org.tongxing.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.child.NewChild;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.helper.Helpers;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Imports rosters: first a preview in which nothing is registered, then all of it in one step or nothing. */
@Service
@RequiredArgsConstructor
public class Rosters {

    private static final int CHUNK = 500;

    private final RosterMapper mapper;
    private final Staging staging;
    private final Children children;
    private final Helpers helpers;
    private final Vault vault;
    private final JsonMapper json;
    private final RosterSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Reads a workbook into a preview. */
    public long read(Caller caller, DivisionCode township, String fileName, InputStream content) {
        Path file = keep(content);
        RosterMapper.NewImport fresh = new RosterMapper.NewImport(
                township.value(), fileName, file.getFileName().toString(), caller.accountId(), now());
        this.mapper.insert(fresh);
        try {
            int rows = this.staging.stage(fresh.getId(), file, township);
            this.mapper.state(fresh.getId(), "PREVIEW", rows, null);
        } catch (RuntimeException unreadable) {
            this.mapper.state(fresh.getId(), "FAILED", 0, "读不了这个文件");
            throw unreadable;
        }
        return fresh.getId();
    }

    /** Registers what the preview showed; a second request for the same import is refused. */
    @Transactional
    public void accept(Caller caller, long id) {
        get(caller.scope(), id);
        if (this.mapper.accept(id, caller.accountId(), now()) != 1) {
            throw new Refusal(ProblemCode.IMPORT_NOT_READY);
        }
        TreeSet<String> villages = new TreeSet<>();
        for (long offset = 0; ; offset += CHUNK) {
            List<RosterMapper.StagedRow> chunk = this.mapper.rows(id, null, CHUNK, offset);
            chunk.stream().filter(row -> row.entry() != null).forEach(row -> register(caller, id, row, villages));
            if (chunk.size() < CHUNK) {
                break;
            }
        }
        this.events.publishEvent(new ChildrenChanged(List.copyOf(villages)));
    }

    @Transactional
    public void abandon(Caller caller, long id) {
        get(caller.scope(), id);
        if (this.mapper.abandon(id) != 1) {
            throw new Refusal(ProblemCode.IMPORT_NOT_READY);
        }
    }

    @Transactional(readOnly = true)
    public Import get(Scope scope, long id) {
        RosterMapper.ImportRow row = this.mapper.find(scope, id);
        if (row == null) {
            throw Refusal.notFound("import", id);
        }
        return view(row);
    }

    @Transactional(readOnly = true)
    public List<Import> recent(Scope scope) {
        return this.mapper.recent(scope).stream().map(this::view).toList();
    }

    /** The staged rows of an import, opened; whoever shows them masks them. */
    @Transactional(readOnly = true)
    public List<Row> rows(Scope scope, long id, @Nullable Verdict verdict, Paging paging) {
        get(scope, id);
        return this.mapper.rows(id, verdict == null ? null : verdict.name(), paging.size(), paging.offset()).stream()
                .map(row -> new Row(
                        row.sheet(),
                        row.number(),
                        row.kind(),
                        Verdict.valueOf(row.verdict()),
                        cells(row.cells()),
                        problems(row.problems())))
                .toList();
    }

    /** Rows that may be children and wait for somebody: refused, neither corrected nor dismissed. */
    @Transactional(readOnly = true)
    public int unaccepted(Scope scope) {
        return this.mapper.unaccepted(scope);
    }

    private void register(Caller caller, long id, RosterMapper.StagedRow row, TreeSet<String> villages) {
        String entry = Objects.requireNonNull(this.vault.open(row.entry()));
        if (row.kind().equals("FAMILIES")) {
            this.helpers.enter(this.json.readValue(entry, NewFamily.class), id);
            return;
        }
        NewChild child = this.json.readValue(entry, NewChild.class);
        if (this.children.onFile(child).isEmpty()) {
            this.children.register(child, id, caller.accountId());
            villages.add(child.village().value());
        }
        if (row.digest() != null) {
            this.mapper.settle(row.digest(), now());
        }
    }

    private Import view(RosterMapper.ImportRow row) {
        Map<String, Integer> verdicts = this.mapper.verdicts(row.id()).stream()
                .collect(Collectors.toMap(RosterMapper.VerdictRow::verdict, RosterMapper.VerdictRow::rowsOf));
        List<Cause> causes = this.mapper.problems(row.id()).stream()
                .flatMap(problems -> problems(problems).stream())
                .collect(Collectors.groupingBy(RowProblem::code, java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Cause(
                        entry.getKey(),
                        entry.getValue().get(0).text(),
                        entry.getValue().size()))
                .toList();
        return new Import(
                row.id(),
                row.state(),
                row.fileName(),
                row.rowsRead(),
                verdicts.getOrDefault(Verdict.ACCEPTED.name(), 0),
                verdicts.getOrDefault(Verdict.NOTED.name(), 0),
                verdicts.getOrDefault(Verdict.REFUSED.name(), 0),
                row.problem(),
                row.uploadedAt(),
                causes);
    }

    private Path keep(InputStream content) {
        try {
            Path file = Files.createDirectories(this.settings.directory()).resolve(UUID.randomUUID() + ".xlsx");
            Files.copy(content, file);
            return file;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Map<Field, String> cells(String sealed) {
        return this.json.readValue(
                Objects.requireNonNull(this.vault.open(sealed)),
                new tools.jackson.core.type.TypeReference<Map<Field, String>>() {});
    }

    private List<RowProblem> problems(String text) {
        return List.of(this.json.readValue(text, RowProblem[].class));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** How far an import has come. */
    public record Import(
            long id,
            String state,
            String fileName,
            int readRows,
            int accepted,
            int noted,
            int refused,
            @Nullable String problem,
            LocalDateTime uploadedAt,
            List<Cause> causes) {}

    /** A kind of problem and how often it occurs. */
    public record Cause(String code, String text, int count) {}

    /** A staged row, opened. */
    public record Row(
            int sheet, int number, String kind, Verdict verdict, Map<?, String> cells, List<RowProblem> problems) {

        /** A cell by the name of its field. */
        public String cell(String field) {
            return this.cells.entrySet().stream()
                    .filter(entry -> entry.getKey().toString().equals(field))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }
}

package org.tongxing.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.Import;
import org.tongxing.roster.MarkedCopies;
import org.tongxing.roster.MarkedCopy;
import org.tongxing.roster.Rosters;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Verdict;

@RestController
@RequestMapping("/api/admin/imports")
@RequiredArgsConstructor
class RosterController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rosters rosters;
    private final MarkedCopies copies;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Import upload(Caller caller, @RequestPart("file") MultipartFile file, @RequestParam String division) {
        RosterDesk.open(caller);
        DivisionCode township =
                caller.scope().within(new DivisionCode(division)).division();
        if (township.level() != DivisionCode.Level.TOWNSHIP) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "花名册.xlsx");
        try (InputStream content = file.getInputStream()) {
            long id = this.rosters.read(caller, township, name, content);
            return this.rosters.get(caller.scope(), id);
        } catch (IOException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    @GetMapping
    List<Import> recent(Caller caller) {
        RosterDesk.open(caller);
        return this.rosters.recent(caller.scope());
    }

    /** The fields a column can be mapped to. */
    @GetMapping("/fields")
    List<FieldView> fields(Caller caller) {
        RosterDesk.open(caller);
        return Stream.of(SheetKind.CHILDREN, SheetKind.FAMILIES)
                .flatMap(kind -> kind.fields().stream()
                        .map(field -> new FieldView(
                                kind, field, field.label(), kind.required().contains(field))))
                .toList();
    }

    @GetMapping("/{id}")
    Import get(Caller caller, @PathVariable long id) {
        RosterDesk.open(caller);
        return this.rosters.get(caller.scope(), id);
    }

    @GetMapping("/{id}/rows")
    List<RowViews.RowView> rows(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Verdict verdict,
            @RequestParam @Nullable Cause cause,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        RosterDesk.open(caller);
        var rows = this.rosters.rows(caller.scope(), id, verdict, cause, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, "import:" + id);
        return rows.stream().map(RowViews::of).toList();
    }

    @PutMapping("/{id}/mapping")
    Import map(Caller caller, @PathVariable long id, @Valid @RequestBody MappingRequest request) {
        RosterDesk.open(caller);
        this.rosters.map(caller, id, request.sheet(), request.kind(), request.columns());
        this.audit.record(caller, Deed.CHANGED, "import:" + id);
        return this.rosters.get(caller.scope(), id);
    }

    @PostMapping("/{id}/acceptance")
    Import accept(Caller caller, @PathVariable long id) {
        RosterDesk.open(caller);
        this.rosters.accept(caller, id);
        this.audit.record(caller, Deed.IMPORTED, "import:" + id);
        return this.rosters.get(caller.scope(), id);
    }

    @DeleteMapping("/{id}/acceptance")
    Import stop(Caller caller, @PathVariable long id) {
        RosterDesk.open(caller);
        this.rosters.stop(caller, id);
        this.audit.record(caller, Deed.CHANGED, "import:" + id);
        return this.rosters.get(caller.scope(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(Caller caller, @PathVariable long id) {
        RosterDesk.open(caller);
        this.rosters.abandon(caller, id);
    }

    /** The workbook with its doubtful cells coloured; it holds every name, so taking it away is recorded first. */
    @GetMapping(path = "/{id}/workbook", produces = WORKBOOK)
    void workbook(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        RosterDesk.open(caller);
        try (MarkedCopy copy = this.copies.write(caller.scope(), id)) {
            this.audit.record(caller, Deed.EXPORTED, "import:" + id);
            response.setContentType(WORKBOOK);
            response.setContentLengthLong(copy.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("roster-" + id + ".xlsx")
                            .build()
                            .toString());
            try (OutputStream out = response.getOutputStream()) {
                copy.send(out);
            }
        }
    }

    /**
     * What the columns of a sheet are.
     *
     * @param kind what the sheet is about; left to the fields if not given
     * @param columns fields by the letters of their columns; null leaves a column out
     */
    record MappingRequest(
            @Min(0) int sheet,
            @Nullable SheetKind kind,
            @NotNull @Size(max = 200) Map<String, @Nullable RosterField> columns) {}

    /** A field a column can be mapped to. */
    record FieldView(SheetKind kind, RosterField field, String label, boolean required) {}
}

package org.tongxing.register.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.register.Export;
import org.tongxing.register.ExportKind;
import org.tongxing.register.Exports;
import org.tongxing.register.Purpose;

@RestController
@RequestMapping("/api/admin/register/exports")
@RequiredArgsConstructor
class ExportController {

    private final Exports exports;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Export ask(Caller caller, @Valid @RequestBody ExportRequest request) {
        return this.exports.ask(
                caller,
                new DivisionCode(request.division()),
                new Exports.Ask(
                        request.kind(),
                        request.on(),
                        request.year(),
                        request.named(),
                        request.purpose(),
                        request.note(),
                        request.list() == null ? null : request.list().filter()));
    }

    @GetMapping
    List<Export> mine(Caller caller) {
        return this.exports.mine(caller);
    }

    @GetMapping("/{id}")
    Export get(Caller caller, @PathVariable long id) {
        return this.exports.get(caller, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Caller caller, @PathVariable long id) {
        this.exports.drop(caller, id);
    }

    /** The file; who stands in it was written down when it was made, that it was taken away is written down now. */
    @GetMapping(path = "/{id}/workbook", produces = Workbooks.TYPE)
    void workbook(Caller caller, @PathVariable long id, HttpServletResponse response) throws IOException {
        Exports.Download file = this.exports.download(caller, id);
        this.audit.record(caller, Deed.EXPORTED, "register-export:" + id);
        Workbooks.send(file, response);
    }

    /**
     * What to make.
     *
     * @param year of a refresh only
     * @param named with names, which needs a purpose
     * @param list of a list of children only
     */
    record ExportRequest(
            @NotNull ExportKind kind,
            @NotNull String division,
            @NotNull LocalDate on,
            @Nullable Integer year,
            boolean named,
            @Nullable Purpose purpose,
            @Nullable @Size(max = 150) String note,
            @Nullable @Valid NarrowedList list) {}

    /** What a list of children is narrowed to; the words searched for may be a name, so they travel in the body. */
    record NarrowedList(
            @Nullable @Size(max = 40) String q,
            @Nullable @Size(max = 12) String category,
            ChildList.@Nullable Which which,
            State.@Nullable Reason reason,
            State.@Nullable Mark mark,
            ChildList.@Nullable Girls girls,
            @Nullable Long family,
            ChildList.@Nullable Sort sort) {

        ChildList.Filter filter() {
            return new ChildList.Filter(
                    this.q == null || this.q.isBlank() ? null : this.q.strip(),
                    this.category,
                    this.which,
                    this.reason,
                    this.mark,
                    this.girls,
                    this.family,
                    this.sort == null ? ChildList.Sort.WAITING : this.sort);
        }
    }
}

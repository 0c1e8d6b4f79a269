package org.tongxing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Condition;
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.contract.VisitEndpoint.RemarkKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.visit.Audience;
import org.tongxing.visit.VisitDesk;
import org.tongxing.visit.VisitSheet;
import org.tongxing.visit.web.DeskNames.AboutChild;
import org.tongxing.visit.web.VisitDeskViews.VisitFile;
import org.tongxing.visit.web.VisitDeskViews.VisitRow;

/** Visits as supervisors see them: whether they were, what to ask, what may be read by whom. */
@RestController
@RequestMapping("/api/admin/visits")
@RequiredArgsConstructor
class VisitDeskController {

    private final VisitDesk desk;
    private final DeskNames names;
    private final AuditLog audit;

    @GetMapping
    Page<VisitRow> list(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable Long child,
            @RequestParam @Nullable Long family,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate until,
            @RequestParam @Nullable VisitOutcome outcome,
            @RequestParam @Nullable TieKind as,
            @RequestParam @Nullable Condition condition,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(defaultValue = "false") boolean askedBack,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        boolean reads = caller.role() != Role.UNIT_LIAISON;
        Page<VisitSheet> found = this.desk.list(
                caller.scope().within(new DivisionCode(division)),
                new VisitDesk.Question(
                        child,
                        family,
                        from,
                        until,
                        outcome,
                        as,
                        reads ? condition : null,
                        reads && asked,
                        reads && askedBack),
                new Paging(page, size));
        List<Long> about = found.rows().stream()
                .flatMap(sheet -> sheet.children().stream())
                .distinct()
                .toList();
        Map<Long, AboutChild> known = this.names.of(caller.scope(), about);
        this.audit.record(caller, Deed.LISTED, about, null);
        return new Page<>(
                found.rows().stream()
                        .map(sheet -> VisitRow.of(sheet, known))
                        .map(row -> reads ? row : row.withoutContent())
                        .toList(),
                found.total());
    }

    @GetMapping("/{id}")
    VisitFile get(Caller caller, @PathVariable long id) {
        VisitSheet sheet = this.desk.get(caller, id);
        VisitSheet.Words words = this.desk.words(caller, id);
        this.audit.record(caller, Deed.READ, "visit:" + id, sheet.children());
        return VisitFile.of(sheet, words, this.names.of(caller.scope(), sheet.children()));
    }

    @PostMapping("/{id}/remarks")
    @ResponseStatus(HttpStatus.CREATED)
    void remark(Caller caller, @PathVariable long id, @Valid @RequestBody RemarkEntry entry) {
        this.desk.remark(caller, id, entry.kind(), entry.words());
        this.audit.record(caller, Deed.CHANGED, "visit:" + id);
    }

    /** What came of a question that suggested itself. */
    @PostMapping("/{id}/signals/{signal}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            Caller caller, @PathVariable long id, @PathVariable long signal, @Valid @RequestBody AnswerEntry entry) {
        this.desk.answer(caller, id, signal, entry.words());
        this.audit.record(caller, Deed.CHANGED, "visit:" + id);
    }

    /** Lets families after this one, or guardians, read about it. */
    @PutMapping("/{id}/releases/{child}/{audience}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            Caller caller,
            @PathVariable long id,
            @PathVariable long child,
            @PathVariable Audience audience,
            @Valid @RequestBody ReleaseEntry entry) {
        this.desk.release(caller, id, new VisitDesk.Release(child, audience, entry.words(), entry.withPhotos()));
        this.audit.record(caller, Deed.CHANGED, "release:" + id, List.of(child));
    }

    @DeleteMapping("/{id}/releases/{child}/{audience}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id, @PathVariable long child, @PathVariable Audience audience) {
        this.desk.withdraw(caller, id, child, audience);
        this.audit.record(caller, Deed.CHANGED, "release:" + id, List.of(child));
    }

    /** A comment, a question or a thank-you. */
    record RemarkEntry(
            @NotNull RemarkKind kind,
            @Nullable @Size(max = 1000) String words) {}

    /** What the answer was. */
    record AnswerEntry(@NotBlank @Size(max = 500) String words) {}

    /** Which words, and whether the photos with them; without words the note as it is. */
    record ReleaseEntry(
            @Nullable @Size(max = 1000) String words,
            @NotNull Boolean withPhotos) {}
}

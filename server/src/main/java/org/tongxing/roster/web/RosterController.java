package org.tongxing.roster.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;
import org.tongxing.roster.Rosters;
import org.tongxing.roster.RowProblem;
import org.tongxing.roster.Verdict;

@RestController
@RequestMapping("/api/admin/imports")
@RequiredArgsConstructor
class RosterController {

    private final Rosters rosters;
    private final AuditLog audit;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Rosters.Import upload(Caller caller, @RequestPart("file") MultipartFile file, @RequestParam String division) {
        DivisionCode township =
                caller.scope().within(new DivisionCode(division)).division();
        if (township.level() != DivisionCode.Level.TOWNSHIP) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        try {
            String name = file.getOriginalFilename() == null ? "花名册.xlsx" : file.getOriginalFilename();
            long id = this.rosters.read(caller, township, name, file.getInputStream());
            return this.rosters.get(caller.scope(), id);
        } catch (IOException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    @GetMapping
    List<Rosters.Import> recent(Caller caller) {
        return this.rosters.recent(caller.scope());
    }

    @GetMapping("/{id}")
    Rosters.Import get(Caller caller, @PathVariable long id) {
        return this.rosters.get(caller.scope(), id);
    }

    @GetMapping("/{id}/rows")
    List<RowView> rows(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Verdict verdict,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        List<Rosters.Row> rows = this.rosters.rows(caller.scope(), id, verdict, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, "import:" + id);
        return rows.stream().map(RowView::of).toList();
    }

    @PostMapping("/{id}/acceptance")
    Rosters.Import accept(Caller caller, @PathVariable long id) {
        this.rosters.accept(caller, id);
        this.audit.record(caller, Deed.IMPORTED, "import:" + id);
        return this.rosters.get(caller.scope(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(Caller caller, @PathVariable long id) {
        this.rosters.abandon(caller, id);
    }

    /** A staged row, masked as every list is. */
    record RowView(
            int sheet,
            int row,
            String kind,
            Verdict verdict,
            Map<String, @Nullable String> cells,
            List<RowProblem> problems) {

        static RowView of(Rosters.Row row) {
            Map<String, @Nullable String> cells = new LinkedHashMap<>();
            String name = row.cell("NAME").strip();
            cells.put("NAME", name.isEmpty() ? "" : Masks.name(name));
            cells.put("ID_NUMBER", Masks.idNumber(row.cell("ID_NUMBER")));
            for (String plain : List.of("SEX", "VILLAGE", "CATEGORY", "DISABILITY", "CADRE", "UNIT")) {
                cells.put(plain, row.cell(plain));
            }
            return new RowView(row.sheet(), row.number(), row.kind(), row.verdict(), cells, row.problems());
        }
    }
}

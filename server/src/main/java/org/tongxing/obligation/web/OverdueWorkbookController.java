package org.tongxing.obligation.web;

import cn.idev.excel.FastExcel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.child.Resident;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.OverdueLine;
import org.tongxing.obligation.OverdueList;
import org.tongxing.obligation.OverdueQuestion;
import org.tongxing.policy.Actor;
import org.tongxing.policy.RiskTier;
import org.tongxing.problem.Refusal;
import org.tongxing.wording.CellText;

/** The list as a workbook, masked unless somebody says what the names are for; seeing is not exporting. */
@RestController
@RequiredArgsConstructor
class OverdueWorkbookController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_PURPOSE = 100;

    private final OverdueList overdue;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping(path = "/api/admin/overdue/workbook", produces = WORKBOOK)
    void workbook(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(defaultValue = "OVERDUE") OverdueQuestion.Which which,
            @RequestParam(required = false) @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable Long family,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable RiskTier tier,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "false") boolean names,
            HttpServletResponse response)
            throws IOException {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        Scope scope = OverdueController.township(caller, division);
        List<OverdueLine> lines = this.overdue.lines(
                scope, new OverdueQuestion(which, actor, clause, family, unit, tier), LocalDate.now(this.clock));
        this.audit.record(caller, Deed.EXPORTED, OverdueLine.childIds(lines), purpose.strip());
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("overdue-" + division + "-" + LocalDate.now(this.clock) + ".xlsx")
                        .build()
                        .toString());
        FastExcel.write(response.getOutputStream())
                .head(heading())
                .sheet("应做未做")
                .doWrite(rows(lines, this.overdue.villageNames(lines), names));
    }

    private static List<List<String>> heading() {
        return List.of("村", "孩子", "年龄", "谁", "单位", "要做什么", "依据", "从哪天起", "过了几天", "上次", "去了没见着", "今年还差", "风险").stream()
                .map(List::of)
                .toList();
    }

    /** Every cell is a text, and what people typed stays one when the workbook is saved as CSV. */
    private static List<List<String>> rows(List<OverdueLine> lines, Map<String, String> villages, boolean names) {
        List<List<String>> rows = new ArrayList<>();
        for (OverdueLine line : lines) {
            Resident child = line.child();
            var owed = line.owed();
            rows.add(List.of(
                    child == null
                            ? ""
                            : CellText.defused(villages.get(child.village().value())),
                    child == null ? "" : CellText.defused(names ? child.name() : Masks.name(child.name())),
                    child == null
                            ? ""
                            : String.valueOf(
                                    Period.between(child.birthOn(), owed.asOf()).getYears()),
                    line.family() == null
                            ? owed.by().kind().label()
                            : CellText.defused(line.family().cadreName()),
                    line.family() == null ? "" : CellText.defused(line.family().unitName()),
                    line.next().text(),
                    owed.rule().clause().toString(),
                    line.since().toString(),
                    String.valueOf(line.days()),
                    Objects.toString(owed.lastDoneOn(), ""),
                    line.efforts() == 0 ? "" : String.valueOf(line.efforts()),
                    owed.year() == null || owed.year().behind() == 0
                            ? ""
                            : String.valueOf(owed.year().behind()),
                    line.tier() == null ? "" : line.tier().label()));
        }
        return rows;
    }
}

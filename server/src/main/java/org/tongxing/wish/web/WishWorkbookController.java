package org.tongxing.wish.web;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Step;
import org.tongxing.wish.Wishes;
import org.tongxing.wish.Wishes.Month;
import org.tongxing.wording.CellText;

/** The wishes of a year as a workbook: a sheet for each step, townships down, months across; figures only. */
@RestController
@RequiredArgsConstructor
class WishWorkbookController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MONTHS = 12;

    private final Wishes wishes;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping(path = "/api/admin/wishes/months/workbook", produces = WORKBOOK)
    void workbook(Caller caller, @RequestParam DivisionCode division, HttpServletResponse response) throws IOException {
        List<Month> counted = this.wishes.months(caller.scope().within(division));
        this.audit.record(caller, Deed.EXPORTED, List.of(), "wishes by month");
        TreeSet<String> townships =
                new TreeSet<>(counted.stream().map(Month::township).toList());
        Map<String, String> names = this.divisions.names(townships);
        LocalDate today = LocalDate.now(this.clock);
        List<String> months = IntStream.range(0, MONTHS)
                .mapToObj(ago ->
                        YearMonth.from(today).minusMonths(MONTHS - 1L - ago).toString())
                .toList();
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("wishes-" + division + "-" + today + ".xlsx")
                        .build()
                        .toString());
        Map<Step, String> sheets = new LinkedHashMap<>();
        sheets.put(Step.PUBLISHED, "上墙");
        sheets.put(Step.CLAIMED, "认领");
        sheets.put(Step.FULFILLED, "送到");
        try (ExcelWriter writer = FastExcel.write(response.getOutputStream()).build()) {
            sheets.forEach((step, sheet) -> {
                List<Month> taken =
                        counted.stream().filter(one -> one.step() == step).toList();
                List<List<Object>> rows = new ArrayList<>();
                townships.forEach(township -> rows.add(row(
                        CellText.defused(names.getOrDefault(township, township)),
                        months,
                        taken,
                        one -> one.township().equals(township))));
                rows.add(row("合计", months, taken, one -> true));
                writer.write(
                        rows,
                        FastExcel.writerSheet(sheet)
                                .head(Stream.of(Stream.of("乡镇"), months.stream(), Stream.of("合计"))
                                        .flatMap(head -> head)
                                        .map(List::of)
                                        .toList())
                                .build());
            });
        }
    }

    private static List<Object> row(String name, List<String> months, List<Month> taken, Predicate<Month> of) {
        List<Object> cells = new ArrayList<>(List.of(name));
        List<Month> mine = taken.stream().filter(of).toList();
        months.forEach(month -> cells.add(mine.stream()
                .filter(one -> one.month().equals(month))
                .mapToLong(Month::wishes)
                .sum()));
        cells.add(mine.stream().mapToLong(Month::wishes).sum());
        return cells;
    }
}

package org.tongxing.goods.web;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.tongxing.contract.ProblemCode;
import org.tongxing.goods.Entry;
import org.tongxing.goods.Goods;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.wording.CellText;

/** Stock and ledger as a workbook, masked unless somebody says what the names are for. */
@RestController
@RequiredArgsConstructor
class GoodsWorkbookController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_PURPOSE = 100;
    private static final Map<Entry.Kind, String> KINDS = Map.of(
            Entry.Kind.RECEIVED, "收到",
            Entry.Kind.ISSUED, "发放",
            Entry.Kind.WRITTEN_OFF, "报损",
            Entry.Kind.CORRECTION, "冲正");

    private final Goods goods;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping(path = "/api/admin/goods/workbook", produces = WORKBOOK)
    void workbook(
            Caller caller,
            @RequestParam DivisionCode division,
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
        Scope scope = caller.scope().within(division);
        List<Entry.Item> items = this.goods.items(scope);
        List<Entry> entries = this.goods.all(scope, new Goods.Question(null, null, null, null, null));
        this.audit.record(caller, Deed.EXPORTED, GoodsController.children(entries), purpose.strip());
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("goods-" + division + "-" + LocalDate.now(this.clock) + ".xlsx")
                        .build()
                        .toString());
        Map<String, String> places = this.divisions.names(Stream.concat(
                        items.stream().map(Entry.Item::township),
                        entries.stream().flatMap(entry -> Stream.ofNullable(entry.village())))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
        try (ExcelWriter writer = FastExcel.write(response.getOutputStream()).build()) {
            writer.write(
                    items.stream().map(item -> stock(item, places)).toList(),
                    FastExcel.writerSheet(0, "库存")
                            .head(heading("乡镇", "物资", "单位", "现有"))
                            .build());
            writer.write(
                    entries.stream().map(entry -> line(entry, places, names)).toList(),
                    FastExcel.writerSheet(1, "流水")
                            .head(heading(
                                    "日期", "物资", "单位", "收发", "数量", "结存", "从哪里来", "哪家的孩子", "村", "谁领的", "做什么用", "冲正原因"))
                            .build());
        }
    }

    /** Every cell is a text, and what people typed stays one when the workbook is saved as CSV. */
    private static List<String> stock(Entry.Item item, Map<String, String> places) {
        return List.of(
                CellText.defused(places.get(item.township().value())),
                CellText.defused(item.name()),
                CellText.defused(item.measure()),
                String.valueOf(item.stock()));
    }

    private static List<String> line(Entry entry, Map<String, String> places, boolean names) {
        return List.of(
                entry.on().toString(),
                CellText.defused(entry.itemName()),
                CellText.defused(entry.measure()),
                KINDS.getOrDefault(entry.kind(), ""),
                String.valueOf(entry.quantity()),
                String.valueOf(entry.stockAfter()),
                CellText.defused(entry.source()),
                person(entry.childName(), names),
                entry.village() == null
                        ? ""
                        : CellText.defused(places.get(entry.village().value())),
                person(entry.receiver(), names),
                CellText.defused(entry.occasion()),
                CellText.defused(entry.reason()));
    }

    private static String person(@Nullable String name, boolean names) {
        return name == null ? "" : CellText.defused(names ? name : Masks.name(name));
    }

    private static List<List<String>> heading(String... titles) {
        return Stream.of(titles).map(List::of).toList();
    }
}

package org.tongxing.goods.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.goods.Entry;
import org.tongxing.goods.Goods;
import org.tongxing.goods.WriteOffs;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.region.Divisions;

/** The store of a township. */
@RestController
@RequestMapping("/api/admin/goods")
@RequiredArgsConstructor
class GoodsController {

    private final Goods goods;
    private final WriteOffs writeOffs;
    private final Divisions divisions;
    private final AuditLog audit;

    /** What lies in the store. */
    @GetMapping
    List<GoodsRow> stock(Caller caller, @RequestParam(required = false) @Nullable String division) {
        List<Entry.Item> items = this.goods.items(scope(caller, division));
        Map<String, String> names = this.divisions.names(
                items.stream().map(item -> item.township().value()).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> new GoodsRow(
                        item.id(),
                        item.township().value(),
                        names.getOrDefault(item.township().value(), ""),
                        item.name(),
                        item.measure(),
                        item.stock()))
                .toList();
    }

    /** The ledger; with a child, what its household was given. */
    @GetMapping("/entries")
    GoodsLedger entries(
            Caller caller,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long child,
            @RequestParam(required = false) Entry.@Nullable Kind kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Goods.Question question = new Goods.Question(item, child, kind == null ? null : kind.name(), null, null);
        Page<Entry> found = this.goods.entries(scope(caller, division), question, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, children(found.rows()), null);
        Map<String, String> places = this.divisions.names(found.rows().stream()
                .flatMap(entry -> Stream.ofNullable(entry.village()))
                .map(DivisionCode::value)
                .collect(Collectors.toSet()));
        return new GoodsLedger(
                found.rows().stream()
                        .map(entry -> GoodsEntryRow.of(entry, places))
                        .toList(),
                found.total());
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(Caller caller, @Valid @RequestBody GoodsReceipt request) {
        this.goods.receive(
                caller,
                new Entry.Receipt(
                        new DivisionCode(request.divisionCode()),
                        request.name().strip(),
                        request.measure().strip(),
                        request.quantity(),
                        request.on(),
                        request.source().strip()));
        this.audit.record(caller, Deed.CHANGED, "goods:" + request.divisionCode());
    }

    /** Takes what was docked into the store. */
    @PostMapping("/docked")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receiveDocked(Caller caller, @Valid @RequestBody DockedReceipt request) {
        this.goods.receive(caller, request.dockingId());
        this.audit.record(caller, Deed.CHANGED, "docking:" + request.dockingId());
    }

    /** Gives something to households, each with who signed for it. */
    @PostMapping("/{id}/issues")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void issue(Caller caller, @PathVariable long id, @Valid @RequestBody GoodsIssues request) {
        List<Entry.Issue> issues = request.issues().stream()
                .map(one -> new Entry.Issue(
                        one.childId(), one.quantity(), one.receiver().strip()))
                .toList();
        String occasion = request.occasion() == null || request.occasion().isBlank()
                ? null
                : request.occasion().strip();
        this.goods.issue(caller, id, request.on(), occasion, issues);
        this.audit.record(
                caller,
                Deed.CHANGED,
                issues.stream().map(Entry.Issue::child).distinct().toList(),
                null);
    }

    /** Takes what is spoiled, broken or lost out of the store. */
    @PostMapping("/{id}/write-offs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeOff(Caller caller, @PathVariable long id, @Valid @RequestBody GoodsWriteOff request) {
        this.writeOffs.write(
                caller, id, request.quantity(), request.on(), request.reason().strip());
        this.audit.record(caller, Deed.CHANGED, "goods-item:" + id);
    }

    /** Counters an entry. */
    @PostMapping("/entries/{id}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(Caller caller, @PathVariable long id, @Valid @RequestBody GoodsCorrection request) {
        this.goods.correct(caller, id, request.reason().strip());
        this.audit.record(caller, Deed.CHANGED, "goods-entry:" + id);
    }

    static List<Long> children(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.child()))
                .distinct()
                .toList();
    }

    static Scope scope(Caller caller, @Nullable String division) {
        return division == null ? caller.scope() : caller.scope().within(new DivisionCode(division));
    }

    /** What lies on a shelf. */
    record GoodsRow(long id, String divisionCode, String divisionName, String name, String measure, int stock) {}

    /** One page of the ledger. */
    record GoodsLedger(List<GoodsEntryRow> rows, long total) {}

    /** A line of the ledger; people masked. */
    record GoodsEntryRow(
            long id,
            long itemId,
            String name,
            String measure,
            Entry.Kind kind,
            int quantity,
            int stockAfter,
            LocalDate on,
            @Nullable String source,
            @Nullable Long childId,
            @Nullable String childName,
            @Nullable String villageName,
            @Nullable String receiver,
            @Nullable String occasion,
            @Nullable Long corrects,
            @Nullable String reason,
            boolean corrected) {

        static GoodsEntryRow of(Entry entry, Map<String, String> places) {
            return new GoodsEntryRow(
                    entry.id(),
                    entry.item(),
                    entry.itemName(),
                    entry.measure(),
                    entry.kind(),
                    entry.quantity(),
                    entry.stockAfter(),
                    entry.on(),
                    entry.source(),
                    entry.child(),
                    entry.childName() == null ? null : Masks.name(entry.childName()),
                    entry.village() == null ? null : places.get(entry.village().value()),
                    entry.receiver() == null ? null : Masks.name(entry.receiver()),
                    entry.occasion(),
                    entry.corrects(),
                    entry.reason(),
                    entry.corrected());
        }
    }

    /** What came, from whom and when. */
    record GoodsReceipt(
            @NotBlank @Size(max = 12) String divisionCode,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 8) String measure,
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 80) String source) {}

    /** What was docked and has come. */
    record DockedReceipt(@NotNull Long dockingId) {}

    /** What goes to which households, and what for. */
    record GoodsIssues(
            @NotNull LocalDate on,
            @Nullable @Size(max = 60) String occasion,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid GoodsIssue> issues) {}

    /** So many for the household of a child, and who signed for it. */
    record GoodsIssue(
            @NotNull Long childId,
            @NotNull @Positive @Max(100_000) Integer quantity,
            @NotBlank @Size(max = 40) String receiver) {}

    /** How many, on which day, and what became of them. */
    record GoodsWriteOff(
            @NotNull @Positive @Max(1_000_000) Integer quantity,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}

    /** What was wrong. */
    record GoodsCorrection(@NotBlank @Size(max = 200) String reason) {}
}

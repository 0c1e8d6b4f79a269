package org.tongxing.goods;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.tongxing.board.Docking;
import org.tongxing.board.Dockings;
import org.tongxing.board.Needs;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.BoardEndpoint.DockingState;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.goods.Entry.Issue;
import org.tongxing.goods.Entry.Item;
import org.tongxing.goods.Entry.Kind;
import org.tongxing.goods.Entry.Receipt;
import org.tongxing.goods.GoodsMapper.NewEntry;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;
import org.tongxing.region.DivisionMoved;
import org.tongxing.region.Divisions;

/**
 * The store of a township: received, issued per household, corrected by a counter-entry. Whoever changes the stock writes
 * the next line of the ledger in the same transaction, so that both always tell the same.
 */
@Service
@RequiredArgsConstructor
@Clause("JB-55")
@Clause("SG-18")
public class Goods {

    private final GoodsMapper mapper;
    private final Ledger ledger;
    private final Divisions divisions;
    private final Dockings dockings;
    private final Needs needs;
    private final Children children;
    private final Vault vault;
    private final Retrying retrying;
    private final Clock clock;

    /** What lies in the stores of a scope. */
    public List<Item> items(Scope scope) {
        return this.mapper.items(scope).stream().map(Goods::item).toList();
    }

    /** The ledger, the latest first; what went to households only of the scope's children. */
    public Page<Entry> entries(Scope scope, Question question, Paging paging) {
        return new Page<>(
                this.mapper.entries(scope, question, paging).stream()
                        .map(this::entry)
                        .toList(),
                this.mapper.count(scope, question));
    }

    /** The ledger from its beginning, for a workbook. */
    public List<Entry> all(Scope scope, Question question) {
        return this.mapper.all(scope, question).stream().map(this::entry).toList();
    }

    /** Notes what came, from whom and when. */
    public void receive(Caller caller, Receipt receipt) {
        requireArranger(caller);
        caller.scope().within(receipt.township());
        if (receipt.township().level() != DivisionCode.Level.TOWNSHIP) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        requirePast(receipt.on());
        receive(caller, receipt, null);
    }

    /** Takes what was docked into the store of the need's township. */
    public void receive(Caller caller, long docking) {
        Docking docked = this.dockings.get(caller.scope(), docking);
        requireArranger(caller);
        if (docked.category() != HelpCategory.GOODS || docked.state() == DockingState.FELL_THROUGH) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        DivisionCode township = this.needs.get(caller.scope(), docked.need()).township();
        Receipt receipt = new Receipt(
                township,
                docked.offerWhat(),
                docked.measure(),
                docked.quantity(),
                LocalDate.now(this.clock),
                Objects.requireNonNullElse(docked.provider(), "志愿者"));
        try {
            receive(caller, receipt, docking);
        } catch (DuplicateKeyException received) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
    }

    private void receive(Caller caller, Receipt receipt, @Nullable Long docking) {
        this.retrying.transact(() -> {
            GoodsMapper.NewItem shelf =
                    new GoodsMapper.NewItem(receipt.township().value(), receipt.name(), receipt.measure());
            this.mapper.shelf(shelf);
            return write(
                    caller,
                    shelf.getId(),
                    new NewEntry(
                            Kind.RECEIVED.name(),
                            receipt.quantity(),
                            receipt.on(),
                            receipt.source(),
                            docking,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        });
    }

    /**
     * Gives something to households, to all of them or to none.
     *
     * @param occasion what for: a festival, a condolence visit
     * @throws Refusal STOCK_TOO_SMALL when there is not as much
     */
    public void issue(Caller caller, long item, LocalDate on, @Nullable String occasion, List<Issue> issues) {
        Item shelf = requireItem(caller, item);
        requirePast(on);
        List<Long> ids = issues.stream().map(Issue::child).toList();
        this.children.requireAll(caller.scope(), ids);
        Map<Long, KnownChild> known = this.children.known(caller.scope(), ids);
        boolean elsewhere =
                known.values().stream().anyMatch(child -> !shelf.township().contains(child.village()));
        if (elsewhere) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        List<NewEntry> entries = issues.stream()
                .map(issue -> new NewEntry(
                        Kind.ISSUED.name(),
                        -issue.quantity(),
                        on,
                        null,
                        null,
                        issue.child(),
                        Objects.requireNonNull(known.get(issue.child())).householdId(),
                        this.vault.seal(issue.receiver()),
                        occasion,
                        null,
                        null))
                .toList();
        this.retrying.transact(() -> write(caller, item, entries.toArray(NewEntry[]::new)));
    }

    /** Counters an entry, which stays where it is; refused when what it brought is not there any more. */
    public void correct(Caller caller, long id, String reason) {
        Entry wrong = get(caller.scope(), id);
        requireArranger(caller);
        caller.scope().within(wrong.township());
        if (wrong.kind() == Kind.CORRECTION) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        try {
            this.retrying.transact(() -> write(
                    caller,
                    wrong.item(),
                    new NewEntry(
                            Kind.CORRECTION.name(),
                            -wrong.quantity(),
                            LocalDate.now(this.clock),
                            null,
                            null,
                            wrong.child(),
                            wrong.household(),
                            null,
                            null,
                            id,
                            reason)));
        } catch (DuplicateKeyException corrected) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    public Entry get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.entry(scope, id))
                .map(this::entry)
                .orElseThrow(() -> Refusal.notFound("goods-entry", id));
    }

    @EventListener
    void on(DivisionMoved event) {
        String origin = this.divisions.names(Set.of(event.from())).getOrDefault(event.from(), event.from());
        this.mapper.follow(event.from(), event.into(), origin);
    }

    private long write(Caller caller, long item, NewEntry... entries) {
        this.ledger.write(caller.accountId(), item, List.of(entries));
        return item;
    }

    Item requireItem(Caller caller, long id) {
        Item item = Optional.ofNullable(this.mapper.item(caller.scope(), id))
                .map(Goods::item)
                .orElseThrow(() -> Refusal.notFound("goods-item", id));
        requireArranger(caller);
        caller.scope().within(item.township());
        return item;
    }

    private static void requireArranger(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    void requirePast(LocalDate day) {
        LocalDate today = LocalDate.now(this.clock);
        if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
    }

    private static Item item(GoodsMapper.ItemRow row) {
        return new Item(row.id(), new DivisionCode(row.townshipCode()), row.name(), row.measure(), row.stock());
    }

    private Entry entry(GoodsMapper.EntryRow row) {
        return new Entry(
                row.id(),
                row.itemId(),
                row.itemName(),
                row.measure(),
                new DivisionCode(row.townshipCode()),
                Kind.valueOf(row.kind()),
                row.quantity(),
                row.stockAfter(),
                row.onDay(),
                row.source(),
                row.dockingId(),
                row.childId(),
                row.childName(),
                row.villageCode() == null ? null : new DivisionCode(row.villageCode()),
                row.householdId(),
                this.vault.open(row.receiverSealed()),
                row.occasion(),
                row.correctsId(),
                row.reason(),
                row.corrected());
    }

    /** What to look for in the ledger; what is null matches all. */
    public record Question(
            @Nullable Long item,
            @Nullable Long child,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}
}

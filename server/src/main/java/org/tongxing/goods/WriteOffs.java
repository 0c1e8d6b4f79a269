package org.tongxing.goods;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.tongxing.goods.GoodsMapper.NewEntry;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.persistence.Retrying;

/** What is spoiled, broken or lost: it leaves the store with a reason, and goes to nobody. */
@Service
@RequiredArgsConstructor
public class WriteOffs {

    private final Goods goods;
    private final Ledger ledger;
    private final Retrying retrying;

    /**
     * Takes so many out of the ledger of a shelf.
     *
     * @throws org.tongxing.problem.Refusal STOCK_TOO_SMALL when there is not as much
     */
    @Clause("SG-18")
    public void write(Caller caller, long item, int quantity, LocalDate on, String reason) {
        this.goods.requireItem(caller, item);
        this.goods.requirePast(on);
        NewEntry entry = new NewEntry(
                Entry.Kind.WRITTEN_OFF.name(), -quantity, on, null, null, null, null, null, null, null, reason);
        this.retrying.transact(() -> {
            this.ledger.write(caller.accountId(), item, List.of(entry));
            return item;
        });
    }
}

package org.tongxing.goods;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.goods.GoodsMapper.Line;
import org.tongxing.goods.GoodsMapper.NewEntry;
import org.tongxing.goods.GoodsMapper.Shelf;
import org.tongxing.persistence.Batches;
import org.tongxing.problem.Refusal;

/** Changes the stock of a shelf and writes the lines that say why, together or not at all; in the caller's transaction. */
@Component
@RequiredArgsConstructor
class Ledger {

    private final GoodsMapper mapper;
    private final Batches batches;
    private final Clock clock;

    /** @throws Refusal STOCK_TOO_SMALL when there is not as much as all of them take */
    void write(long by, long item, List<NewEntry> entries) {
        int total = entries.stream().mapToInt(NewEntry::quantity).sum();
        if (this.mapper.move(item, total, entries.size()) != 1) {
            throw new Refusal(ProblemCode.STOCK_TOO_SMALL);
        }
        // Whoever has moved the shelf holds it until the end, so these are the figures after the last line.
        Shelf after = this.mapper.shelfNow(item);
        int nth = after.entries() - entries.size();
        int stock = after.stock() - total;
        LocalDateTime now = LocalDateTime.now(this.clock);
        List<Line> lines = new ArrayList<>(entries.size());
        for (NewEntry entry : entries) {
            stock += entry.quantity();
            lines.add(new Line(item, ++nth, stock, entry, by, now));
        }
        this.batches.write(GoodsMapper.class, lines, GoodsMapper::write);
    }
}

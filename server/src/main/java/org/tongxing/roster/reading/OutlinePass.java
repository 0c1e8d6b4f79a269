package org.tongxing.roster.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.roster.sheet.Spreadsheet;
import org.tongxing.roster.sheet.Spreadsheet.Merge;

/** The first pass over a workbook: where the headings are, what each sheet is about, how many rows, what is merged. */
final class OutlinePass implements Spreadsheet.Sink {

    private static final int ROWS_BEFORE_HEADINGS = 30;
    private static final int FEWEST_HEADINGS = 3;

    private final List<SheetOutline> outlines = new ArrayList<>();
    private final Map<Integer, List<Merge>> merges = new HashMap<>();
    private final TreeMap<Integer, TreeMap<Integer, RawCell>> top = new TreeMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int rows;

    List<SheetOutline> outlines() {
        return List.copyOf(this.outlines);
    }

    /** The cells merged downwards, as a clerk does who writes the village only once. */
    List<Merge> merges(int sheet) {
        return this.merges.getOrDefault(sheet, List.of());
    }

    @Override
    public void row(int sheet, int number, TreeMap<Integer, RawCell> cells) {
        this.rows++;
        if (this.top.size() < ROWS_BEFORE_HEADINGS) {
            this.top.put(number, cells);
            this.numbers.add(number);
        }
    }

    @Override
    public void merged(int sheet, Merge merge) {
        if (merge.lastRow() > merge.firstRow()) {
            this.merges.computeIfAbsent(sheet, key -> new ArrayList<>()).add(merge);
        }
    }

    @Override
    public void endOfSheet(int sheet, String name) {
        Guess best = new Guess(SheetKind.UNKNOWN, 0, 0);
        Guess fullest = best;
        for (Map.Entry<Integer, TreeMap<Integer, RawCell>> row : this.top.entrySet()) {
            Guess guess = guess(row.getKey(), row.getValue());
            best = guess.score() > best.score() ? guess : best;
            int size = row.getValue().size();
            fullest = size > fullest.score() ? new Guess(SheetKind.UNKNOWN, row.getKey(), size) : fullest;
        }
        Guess taken = best.kind() == SheetKind.UNKNOWN ? fullest : best;
        int below = this.rows
                - (int) this.numbers.stream()
                        .filter(number -> number <= taken.row())
                        .count();
        this.outlines.add(new SheetOutline(sheet, name, taken.kind(), taken.row(), headings(taken), below));
        this.top.clear();
        this.numbers.clear();
        this.rows = 0;
    }

    private List<SheetOutline.Heading> headings(Guess guess) {
        List<SheetOutline.Heading> headings = new ArrayList<>();
        java.util.Set<RosterField> taken = java.util.EnumSet.noneOf(RosterField.class);
        this.top.getOrDefault(guess.row(), new TreeMap<>()).forEach((column, cell) -> {
            RosterField field = Headings.field(guess.kind(), cell.text()).orElse(null);
            // Two columns with one meaning: the first one counts, the other waits to be mapped by hand.
            boolean first = field == null || taken.add(field);
            headings.add(new SheetOutline.Heading(column, Texts.trimmed(cell.text()), first ? field : null));
        });
        return headings;
    }

    private static Guess guess(int number, Map<Integer, RawCell> cells) {
        int children = score(SheetKind.CHILDREN, cells, RosterField.NAME);
        int families = score(SheetKind.FAMILIES, cells, RosterField.CADRE);
        int score = Math.max(children, families);
        return score < FEWEST_HEADINGS
                ? new Guess(SheetKind.UNKNOWN, number, 0)
                : new Guess(children >= families ? SheetKind.CHILDREN : SheetKind.FAMILIES, number, score);
    }

    private static int score(SheetKind kind, Map<Integer, RawCell> cells, RosterField needed) {
        List<RosterField> fields = cells.values().stream()
                .flatMap(cell -> Headings.field(kind, cell.text()).stream())
                .distinct()
                .toList();
        return fields.contains(needed) ? fields.size() : 0;
    }

    private record Guess(SheetKind kind, int row, int score) {}
}

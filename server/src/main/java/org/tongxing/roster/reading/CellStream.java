package org.tongxing.roster.reading;

import cn.idev.excel.FastExcel;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.enums.CellDataTypeEnum;
import cn.idev.excel.enums.CellExtraTypeEnum;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.metadata.CellExtra;
import cn.idev.excel.metadata.data.ReadCellData;
import cn.idev.excel.util.DateUtils;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook, row after row, never more than one row at a time. */
final class CellStream extends AnalysisEventListener<Map<Integer, ReadCellData<?>>> {

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_ROWS = 200_000;
    private static final int LAST_EXCEL_DAY = 2_958_465;

    private final Sink sink;
    private int rows;

    private CellStream(Sink sink) {
        this.sink = sink;
    }

    /** Hands every row that has something in it to the sink. */
    static void read(Path file, Sink sink) {
        try {
            FastExcel.read(file.toFile(), new CellStream(sink))
                    .headRowNumber(0)
                    // As cells, not as text: only a cell tells whether an ID number was damaged by being a number.
                    .useDefaultListener(false)
                    .autoTrim(false)
                    .ignoreEmptyRow(true)
                    .extraRead(CellExtraTypeEnum.MERGE)
                    .doReadAll();
        } catch (RuntimeException ex) {
            throw meant(ex);
        }
    }

    /** The reader wraps what a listener throws; anything of its own means that the file is broken inside. */
    private static RuntimeException meant(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableWorkbook unreadable) {
                return unreadable;
            }
            if (cause instanceof SinkFailure failure) {
                return failure.original;
            }
        }
        return new UnreadableWorkbook(UnreadableWorkbook.Reason.NOT_A_WORKBOOK, thrown);
    }

    @Override
    public void invoke(Map<Integer, ReadCellData<?>> data, AnalysisContext context) {
        TreeMap<Integer, RawCell> cells = new TreeMap<>();
        boolean base1904 = Boolean.TRUE.equals(
                context.currentReadHolder().globalConfiguration().getUse1904windowing());
        data.forEach((column, cell) -> {
            RawCell raw = cell(cell, base1904);
            if (!raw.isBlank()) {
                cells.put(column, raw);
            }
        });
        if (cells.isEmpty()) {
            return;
        }
        if (cells.lastKey() >= MOST_COLUMNS) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.TOO_MANY_COLUMNS);
        }
        if (++this.rows > MOST_ROWS) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.TOO_MANY_ROWS);
        }
        int number = context.readRowHolder().getRowIndex() + 1;
        guarded(() -> this.sink.row(context.readSheetHolder().getSheetNo(), number, cells));
    }

    @Override
    public void extra(CellExtra extra, AnalysisContext context) {
        Merge merge = new Merge(
                extra.getFirstRowIndex() + 1,
                extra.getLastRowIndex() + 1,
                extra.getFirstColumnIndex(),
                extra.getLastColumnIndex());
        guarded(() -> this.sink.merged(context.readSheetHolder().getSheetNo(), merge));
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {
        guarded(() -> this.sink.endOfSheet(
                context.readSheetHolder().getSheetNo(),
                context.readSheetHolder().getSheetName()));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (UnreadableWorkbook ex) {
            throw ex;
        } catch (RuntimeException ex) {
            throw new SinkFailure(ex);
        }
    }

    private static RawCell cell(@Nullable ReadCellData<?> cell, boolean base1904) {
        if (cell == null || cell.getType() == CellDataTypeEnum.EMPTY) {
            return RawCell.EMPTY;
        }
        if (cell.getType() == CellDataTypeEnum.NUMBER) {
            // The "number value" is rounded to 15 digits; the original one is what the file says.
            BigDecimal number =
                    cell.getOriginalNumberValue() == null ? cell.getNumberValue() : cell.getOriginalNumberValue();
            return number == null ? RawCell.EMPTY : number(number, cell, base1904);
        }
        if (cell.getType() == CellDataTypeEnum.BOOLEAN) {
            return RawCell.text(Boolean.TRUE.equals(cell.getBooleanValue()) ? "是" : "否");
        }
        return cell.getStringValue() == null ? RawCell.EMPTY : RawCell.text(Texts.original(cell.getStringValue()));
    }

    private static RawCell number(BigDecimal number, ReadCellData<?> cell, boolean base1904) {
        boolean day = number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(LAST_EXCEL_DAY)) <= 0
                && cell.getDataFormatData() != null
                && cell.getDataFormatData().getIndex() != null
                && DateUtils.isADateFormat(
                        cell.getDataFormatData().getIndex(),
                        cell.getDataFormatData().getFormat());
        return day
                ? new RawCell(Dates.ofSerial(number.intValue(), base1904).toString(), RawCell.Kind.DATE)
                : new RawCell(plain(number), RawCell.Kind.NUMBER);
    }

    private static String plain(BigDecimal number) {
        // 1E+999999999 would otherwise be written out with a billion zeros.
        return Math.abs((long) number.precision() - number.scale()) > 40 || number.scale() > 40
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** Who wants the cells. */
    interface Sink {

        /** A row with at least one cell that is not blank; columns from 0. */
        void row(int sheet, int number, TreeMap<Integer, RawCell> cells);

        default void merged(int sheet, Merge merge) {}

        default void endOfSheet(int sheet, String name) {}
    }

    /** Merged cells; rows as Excel shows them, columns from 0. */
    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private static final class SinkFailure extends RuntimeException {

        private final RuntimeException original;

        SinkFailure(RuntimeException original) {
            super(original);
            this.original = original;
        }
    }
}

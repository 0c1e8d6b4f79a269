package org.tongxing.roster;

import cn.idev.excel.FastExcel;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.enums.CellDataTypeEnum;
import cn.idev.excel.enums.ReadDefaultReturnEnum;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.metadata.data.ReadCellData;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Streams the rows of a workbook: title rows above the headings, blank lines and the signature line are not rows. */
final class WorkbookReader {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);
    private static final int FEWEST_HEADINGS = 3;
    private static final int MOST_ROWS = 200_000;

    private WorkbookReader() {}

    /** Hands every row to the consumer; refused when the file is no workbook we can read. */
    static void read(Path file, Consumer<RawRow> rows) {
        try {
            FastExcel.read(file.toFile(), new Sheet(rows))
                    .headRowNumber(0)
                    // As cells, not as text: only a cell tells whether an ID number was damaged by being a number.
                    .readDefaultReturn(ReadDefaultReturnEnum.READ_CELL_DATA)
                    .autoTrim(false)
                    .ignoreEmptyRow(true)
                    .doReadAll();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException unreadable) {
            if (unreadable.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            LOG.info("A workbook could not be read: {}", unreadable.getClass().getName());
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    private static final class Sheet extends AnalysisEventListener<Map<Integer, ReadCellData<?>>> {

        private final Consumer<RawRow> rows;
        private final Map<Integer, Field> columns = new HashMap<>();
        private int sheet = -1;
        private int count;

        private Sheet(Consumer<RawRow> rows) {
            this.rows = rows;
        }

        @Override
        public void invoke(Map<Integer, ReadCellData<?>> data, AnalysisContext context) {
            int index = context.readSheetHolder().getSheetNo();
            if (index != this.sheet) {
                this.sheet = index;
                this.columns.clear();
            }
            if (this.columns.isEmpty()) {
                headings(data);
                return;
            }
            if (++this.count > MOST_ROWS) {
                throw new Refusal(ProblemCode.FILE_TOO_LARGE);
            }
            row(data, context.readRowHolder().getRowIndex() + 1);
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            this.columns.clear();
        }

        private void headings(Map<Integer, ReadCellData<?>> data) {
            Map<Integer, Field> found = new HashMap<>();
            data.forEach((column, cell) -> Field.of(text(cell)).ifPresent(field -> found.put(column, field)));
            if (found.size() >= FEWEST_HEADINGS) {
                this.columns.putAll(found);
            }
        }

        private void row(Map<Integer, ReadCellData<?>> data, int number) {
            Map<Field, String> cells = new EnumMap<>(Field.class);
            boolean idIsNumeric = false;
            for (Map.Entry<Integer, Field> column : this.columns.entrySet()) {
                ReadCellData<?> cell = data.get(column.getKey());
                String text = text(cell);
                if (!text.isBlank()) {
                    cells.put(column.getValue(), text);
                    idIsNumeric |= column.getValue() == Field.ID_NUMBER && cell != null && numeric(cell);
                }
            }
            boolean families = this.columns.containsValue(Field.CADRE);
            boolean aboutSomebody = families ? cells.containsKey(Field.CADRE) : cells.size() >= FEWEST_HEADINGS;
            if (aboutSomebody) {
                this.rows.accept(new RawRow(this.sheet, number, families, cells, idIsNumeric));
            }
        }

        private static boolean numeric(ReadCellData<?> cell) {
            return cell.getType() == CellDataTypeEnum.NUMBER;
        }

        private static String text(@Nullable ReadCellData<?> cell) {
            if (cell == null) {
                return "";
            }
            if (numeric(cell) && cell.getNumberValue() != null) {
                return Texts.number(cell.getNumberValue());
            }
            return cell.getStringValue() == null ? "" : cell.getStringValue();
        }
    }
}

package org.tongxing.roster.reading;

import cn.idev.excel.FastExcel;
import cn.idev.excel.write.builder.ExcelWriterBuilder;
import cn.idev.excel.write.merge.OnceAbsoluteMergeStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongxing.roster.sheet.StoredFile;

/** A workbook as nobody should fill one in, row by row. */
final class OddWorkbook {

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<OnceAbsoluteMergeStrategy> merges = new ArrayList<>();

    OddWorkbook row(Object... cells) {
        this.rows.add(Arrays.asList(cells));
        return this;
    }

    /** Merges cells, all counted from 0. */
    OddWorkbook merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        this.merges.add(new OnceAbsoluteMergeStrategy(firstRow, lastRow, firstColumn, lastColumn));
        return this;
    }

    WorkbookReader in(Path folder) {
        Path file = folder.resolve("odd-" + System.identityHashCode(this) + ".xlsx");
        ExcelWriterBuilder writer = FastExcel.write(file.toFile());
        this.merges.forEach(writer::registerWriteHandler);
        writer.sheet("儿童").doWrite(this.rows);
        return WorkbookReader.open(StoredFile.of(file));
    }
}

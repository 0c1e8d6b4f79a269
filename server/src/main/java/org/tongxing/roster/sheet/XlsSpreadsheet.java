package org.tongxing.roster.sheet;

import cn.idev.excel.FastExcel;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.enums.CellDataTypeEnum;
import cn.idev.excel.enums.CellExtraTypeEnum;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.metadata.CellExtra;
import cn.idev.excel.metadata.data.ReadCellData;
import cn.idev.excel.support.ExcelTypeEnum;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** A workbook as Excel wrote it until 2003, and WPS still does. It has at most 65,536 rows and is read into memory. */
final class XlsSpreadsheet extends Spreadsheet {

    private static final long LARGEST = 24L << 20;

    private final StoredFile file;

    private XlsSpreadsheet(StoredFile file) {
        this.file = file;
    }

    static Spreadsheet of(StoredFile file) throws IOException {
        try (SeekableByteChannel channel = file.open()) {
            if (channel.size() > LARGEST) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
            try (POIFSFileSystem parts = new POIFSFileSystem(Channels.newInputStream(channel))) {
                DirectoryNode root = parts.getRoot();
                if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                    throw new UnreadableWorkbook(Reason.PASSWORD);
                }
                if (!root.hasEntryCaseInsensitive("Workbook")) {
                    throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
                }
            }
            return new XlsSpreadsheet(file);
        } catch (RuntimeException broken) {
            throw broken instanceof UnreadableWorkbook ? broken : new UnreadableWorkbook(Reason.NOT_A_WORKBOOK, broken);
        }
    }

    @Override
    void readAll(Sink sink) throws IOException {
        try (InputStream in = Channels.newInputStream(this.file.open())) {
            FastExcel.read(in, new Listener(sink))
                    .excelType(ExcelTypeEnum.XLS)
                    .headRowNumber(0)
                    // As cells, not as text: only a cell tells whether an ID number was damaged by being a number.
                    .useDefaultListener(false)
                    .autoTrim(false)
                    .ignoreEmptyRow(true)
                    .extraRead(CellExtraTypeEnum.MERGE)
                    .doReadAll();
        } catch (RuntimeException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof EncryptedDocumentException) {
                    throw new UnreadableWorkbook(Reason.PASSWORD, thrown);
                }
                if (cause instanceof UnreadableWorkbook unreadable) {
                    throw unreadable;
                }
            }
            throw thrown;
        }
    }

    private static final class Listener extends AnalysisEventListener<Map<Integer, ReadCellData<?>>> {

        private final Sink sink;

        private Listener(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void invoke(Map<Integer, ReadCellData<?>> data, AnalysisContext context) {
            boolean base1904 = Boolean.TRUE.equals(
                    context.currentReadHolder().globalConfiguration().getUse1904windowing());
            TreeMap<Integer, RawCell> cells = new TreeMap<>();
            data.forEach((column, cell) -> cells.put(column, cell(cell, base1904)));
            this.sink.row(
                    context.readSheetHolder().getSheetNo(),
                    context.readRowHolder().getRowIndex() + 1,
                    cells);
        }

        @Override
        public void extra(CellExtra extra, AnalysisContext context) {
            this.sink.merged(
                    context.readSheetHolder().getSheetNo(),
                    new Merge(
                            extra.getFirstRowIndex() + 1,
                            extra.getLastRowIndex() + 1,
                            extra.getFirstColumnIndex(),
                            extra.getLastColumnIndex()));
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            this.sink.endOfSheet(
                    context.readSheetHolder().getSheetNo(),
                    context.readSheetHolder().getSheetName());
        }

        private static RawCell cell(@Nullable ReadCellData<?> cell, boolean base1904) {
            if (cell == null || cell.getType() == CellDataTypeEnum.EMPTY) {
                return RawCell.EMPTY;
            }
            if (cell.getType() == CellDataTypeEnum.NUMBER) {
                // The "number value" is rounded to 15 digits; the original one is what the file says.
                BigDecimal number =
                        cell.getOriginalNumberValue() == null ? cell.getNumberValue() : cell.getOriginalNumberValue();
                return number == null ? RawCell.EMPTY : Numbers.cell(number, isDate(cell), base1904);
            }
            if (cell.getType() == CellDataTypeEnum.BOOLEAN) {
                return RawCell.text(Boolean.TRUE.equals(cell.getBooleanValue()) ? "是" : "否");
            }
            return cell.getStringValue() == null ? RawCell.EMPTY : RawCell.text(cell.getStringValue());
        }

        private static boolean isDate(ReadCellData<?> cell) {
            return cell.getDataFormatData() != null
                    && cell.getDataFormatData().getIndex() != null
                    && CellFormats.isDate(
                            cell.getDataFormatData().getIndex(),
                            cell.getDataFormatData().getFormat());
        }
    }
}

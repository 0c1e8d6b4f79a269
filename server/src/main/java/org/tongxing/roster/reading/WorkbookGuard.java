package org.tongxing.roster.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks at a file before any parser does: is it a workbook, and is it safe to unfold? */
final class WorkbookGuard {

    private static final long MOST_BYTES = 400L << 20;
    private static final long BYTES_OF_NO_CONCERN = 16L << 20;
    private static final int LARGEST_RATIO = 100;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_SHEETS = 20;
    /** The first bytes of an OLE2 file: .xls, or an .xlsx with a password. */
    private static final long OLE2 = 0xD0CF11E0A1B11AE1L;

    private static final int ZIP = 0x504B0304;

    private WorkbookGuard() {}

    static void check(Path file) {
        try {
            signature(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                check(zip, Files.size(file));
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.NOT_A_WORKBOOK, broken);
        }
    }

    private static void signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            if (head.length == 0) {
                throw new UnreadableWorkbook(UnreadableWorkbook.Reason.EMPTY_FILE);
            }
            if (head.length == 8 && java.nio.ByteBuffer.wrap(head).getLong() == OLE2) {
                throw new UnreadableWorkbook(UnreadableWorkbook.Reason.OLD_FORMAT);
            }
            if (head.length < 8 || java.nio.ByteBuffer.wrap(head).getInt() != ZIP) {
                throw new UnreadableWorkbook(UnreadableWorkbook.Reason.NOT_A_WORKBOOK);
            }
        }
    }

    private static void check(ZipFile zip, long size) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.SUSPICIOUS);
        }
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (zip.getEntry("[Content_Types].xml") == null
                || entries.stream().noneMatch(entry -> entry.getName().endsWith("workbook.xml"))) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.NOT_A_WORKBOOK);
        }
        if (entries.stream().filter(WorkbookGuard::isSheet).count() > MOST_SHEETS) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.TOO_MANY_SHEETS);
        }
        long unfolded = 0;
        for (ZipEntry entry : entries) {
            unfolded = unfold(zip, entry, unfolded, size);
        }
    }

    /** Counts what really comes out, because the sizes a zip states about itself may be lies. */
    private static long unfold(ZipFile zip, ZipEntry entry, long before, long size) throws IOException {
        long unfolded = before;
        XmlScan scan = new XmlScan();
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unfolded += read;
                if (unfolded > BYTES_OF_NO_CONCERN && unfolded / LARGEST_RATIO > size) {
                    throw new UnreadableWorkbook(UnreadableWorkbook.Reason.SUSPICIOUS);
                }
                if (unfolded > MOST_BYTES) {
                    throw new UnreadableWorkbook(UnreadableWorkbook.Reason.TOO_LARGE);
                }
                if (xml && !scan.harmless(buffer, read)) {
                    throw new UnreadableWorkbook(UnreadableWorkbook.Reason.SUSPICIOUS);
                }
            }
        }
        return unfolded;
    }

    private static boolean isSheet(ZipEntry entry) {
        return entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml");
    }
}

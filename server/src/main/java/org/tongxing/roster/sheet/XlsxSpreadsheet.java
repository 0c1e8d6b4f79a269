package org.tongxing.roster.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** A workbook of Office Open XML. What all its sheets share is read once; the sheets are streamed each time. */
final class XlsxSpreadsheet extends Spreadsheet {

    private static final int MOST_SHEETS = 20;

    private final StoredFile file;
    private final List<Sheet> sheets;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean base1904;

    private XlsxSpreadsheet(
            StoredFile file, List<Sheet> sheets, SharedTexts texts, CellFormats formats, boolean base1904) {
        this.file = file;
        this.sheets = sheets;
        this.texts = texts;
        this.formats = formats;
        this.base1904 = base1904;
    }

    static Spreadsheet of(StoredFile file) throws IOException {
        try (ZipParts zip = ZipParts.open(file)) {
            String workbook = workbook(zip);
            String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
            String relations = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
            List<Relation> related = relations(zip, relations, folder);
            List<Sheet> sheets = new ArrayList<>();
            boolean base1904 = false;
            Markup markup = new Markup(zip.part(workbook));
            while (markup.next()) {
                if (markup.opens("workbookPr")) {
                    String date1904 = markup.attribute("date1904");
                    base1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (markup.opens("sheet")) {
                    String name = Objects.requireNonNullElse(markup.attribute("name"), "");
                    target(related, markup.attribute("id"))
                            .map(part -> new Sheet(name, part))
                            .ifPresent(sheets::add);
                }
            }
            if (sheets.isEmpty()) {
                throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
            }
            if (sheets.size() > MOST_SHEETS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_SHEETS);
            }
            return new XlsxSpreadsheet(
                    file,
                    sheets,
                    SharedTexts.read(zip.part(ofType(related, "/sharedStrings"))),
                    CellFormats.read(zip.part(ofType(related, "/styles"))),
                    base1904);
        }
    }

    @Override
    void readAll(Sink sink) throws IOException {
        try (ZipParts zip = ZipParts.open(this.file)) {
            for (int i = 0; i < this.sheets.size(); i++) {
                Sheet sheet = this.sheets.get(i);
                try (InputStream part = zip.part(sheet.part())) {
                    new XlsxSheet(this.texts, this.formats, this.base1904).read(i, part, sink);
                }
                sink.endOfSheet(i, sheet.name());
            }
        }
    }

    private static String workbook(ZipParts zip) throws IOException {
        String part = relations(zip, "_rels/.rels", "").stream()
                .filter(one -> one.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (part.endsWith(".bin")) {
            throw new UnreadableWorkbook(Reason.BINARY_FORMAT);
        }
        if (!zip.has(part) || !zip.has("[Content_Types].xml")) {
            throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
        }
        return part;
    }

    private static List<Relation> relations(ZipParts zip, String part, String folder) throws IOException {
        List<Relation> relations = new ArrayList<>();
        Markup markup = new Markup(zip.part(part));
        while (markup.next()) {
            if (markup.opens("Relationship") && relations.size() < 1_000) {
                String target = Objects.requireNonNullElse(markup.attribute("Target"), "");
                relations.add(new Relation(
                        Objects.requireNonNullElse(markup.attribute("Id"), ""),
                        Objects.requireNonNullElse(markup.attribute("Type"), ""),
                        target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return relations;
    }

    /** The part of a worksheet; a sheet that is only a chart has none. */
    private static java.util.Optional<String> target(List<Relation> relations, @Nullable String id) {
        return relations.stream()
                .filter(one -> one.id().equals(id) && one.type().endsWith("/worksheet"))
                .map(Relation::target)
                .findFirst();
    }

    private static String ofType(List<Relation> relations, String type) {
        return relations.stream()
                .filter(one -> one.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse("");
    }

    private record Sheet(String name, String part) {}

    private record Relation(String id, String type, String target) {}
}

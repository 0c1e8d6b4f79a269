package org.tongxing.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The letters written on a paper, and what each of them is. A font draws 人 and the radical ⼈ with one picture, and PDFBox
 * tells a reader of the lower code point: the radical, which no search finds and no screen reader says. Here a picture
 * means the letter it was written for.
 */
final class Letters {

    /** As many as a CMap takes in one block. */
    private static final int BLOCK = 100;

    private static final String BEGIN = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;

    private static final String END = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private final PDFont font;
    private final Map<String, String> written = new TreeMap<>();

    Letters(PDFont font) {
        this.font = font;
    }

    PDFont font() {
        return this.font;
    }

    /** The words with a box for every letter the font does not know; better than no paper at all. */
    String writable(String words) {
        StringBuilder known = new StringBuilder();
        words.codePoints().mapToObj(Character::toString).forEach(letter -> {
            try {
                this.written.merge(hex(this.font.encode(letter)), letter, Letters::plainer);
                known.append(letter);
            } catch (IOException | IllegalArgumentException unknown) {
                known.append('□');
            }
        });
        return known.toString();
    }

    /** The finished file, whose text reads as it was written. */
    byte[] readable(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDStream meanings = new PDStream(document);
            try (var out = meanings.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(meanings().getBytes(StandardCharsets.US_ASCII));
            }
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    page.getResources().getFont(name).getCOSObject().setItem(COSName.TO_UNICODE, meanings);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private String meanings() {
        StringBuilder map = new StringBuilder(BEGIN);
        List<Map.Entry<String, String>> all = new ArrayList<>(this.written.entrySet());
        for (int from = 0; from < all.size(); from += BLOCK) {
            List<Map.Entry<String, String>> block = all.subList(from, Math.min(all.size(), from + BLOCK));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(letter -> map.append('<')
                    .append(letter.getKey())
                    .append("> <")
                    .append(hex(letter.getValue().getBytes(StandardCharsets.UTF_16BE)))
                    .append(">\n"));
            map.append("endbfchar\n");
        }
        return map.append(END).toString();
    }

    /** Of two letters with one picture the one people type. */
    private static String plainer(String one, String other) {
        return Character.UnicodeBlock.of(other.codePointAt(0)) == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS
                ? other
                : one;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}

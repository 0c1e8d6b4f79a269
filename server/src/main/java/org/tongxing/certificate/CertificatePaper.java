package org.tongxing.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.tongxing.media.Captions;

/** A certificate as PDF, with the letters it uses inside, so that it looks the same everywhere. */
@Component
@RequiredArgsConstructor
public class CertificatePaper {

    private static final float MARGIN = 72;
    private static final float TITLE = 28;
    private static final float TEXT = 12;
    private static final float LEADING = 22;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Captions captions;

    /**
     * The file.
     *
     * @param placeName of the place that issued it
     * @param address where anybody can check the number
     */
    public byte[] of(Certificate certificate, String placeName, String address) {
        try (PDDocument document = new PDDocument();
                InputStream file = this.captions.fontFile()) {
            PDFont font = PDType0Font.load(document, file, true);
            Letters letters = new Letters(font);
            document.getDocumentCatalog().setLanguage("zh-CN");
            document.getDocumentInformation().setTitle("志愿服务证明 " + certificate.number());
            List<String> lines = lines(certificate, placeName);
            List<String> foot = List.of(
                    placeName + "    " + certificate.issuedOn(), "编号 " + spaced(certificate.number()), "核对：" + address);
            int perPage = (int) ((PDRectangle.A4.getHeight() - 3 * MARGIN - TITLE) / LEADING) - foot.size() - 1;
            for (int from = 0; from < lines.size(); from += perPage) {
                boolean last = from + perPage >= lines.size();
                page(
                        document,
                        letters,
                        from == 0 ? "志愿服务证明" : "",
                        lines.subList(from, Math.min(lines.size(), from + perPage)),
                        last ? foot : List.of());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return letters.readable(out.toByteArray());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<String> lines(Certificate certificate, String placeName) {
        List<String> lines = new ArrayList<>();
        String who = certificate.organisation() == null
                ? certificate.name()
                : certificate.name() + "（" + certificate.organisation() + "）";
        lines.add(who + "：");
        lines.add("    " + certificate.fromOn() + " 至 " + certificate.untilOn() + "，你在" + placeName + "参加志愿服务");
        int minutes = certificate.minutes();
        String hours = minutes == 0 ? "" : "，记有时长的共 " + hours(minutes) + " 小时";
        lines.add(certificate.lines().size() + " 次：实现微心愿 " + certificate.times(Certificate.Kind.WISH) + " 次，活动 "
                + certificate.times(Certificate.Kind.ACTIVITY) + " 次，帮扶 "
                + certificate.times(Certificate.Kind.HELP) + " 次" + hours + "。");
        lines.add("    特此证明，并致谢意。");
        lines.add("");
        certificate
                .lines()
                .forEach(line -> lines.add(line.on() + "  " + line.kind().label() + "  " + line.what()
                        + (line.minutes() == null ? "" : "  " + hours(line.minutes()) + " 小时")));
        return lines;
    }

    private static String hours(int minutes) {
        double hours = Math.round(minutes * 10.0 / MINUTES_OF_AN_HOUR) / 10.0;
        return hours == Math.rint(hours) ? String.valueOf((long) hours) : String.valueOf(hours);
    }

    private static String spaced(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static void page(PDDocument document, Letters letters, String title, List<String> lines, List<String> foot)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        float y = PDRectangle.A4.getHeight() - MARGIN;
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            if (!title.isEmpty()) {
                float width = letters.font().getStringWidth(title) / 1000 * TITLE;
                text(content, letters, TITLE, (PDRectangle.A4.getWidth() - width) / 2, y, title);
                y -= 2 * TITLE;
            }
            for (String line : lines) {
                text(content, letters, TEXT, MARGIN, y, line);
                y -= LEADING;
            }
            y -= LEADING;
            for (String line : foot) {
                text(content, letters, TEXT, MARGIN, y, line);
                y -= LEADING;
            }
        }
    }

    private static void text(PDPageContentStream content, Letters letters, float size, float x, float y, String words)
            throws IOException {
        content.beginText();
        content.setFont(letters.font(), size);
        content.newLineAtOffset(x, y);
        // One by one: fi run together would be one picture for two letters.
        content.showTextWithPositioning(letters.writable(words)
                .codePoints()
                .mapToObj(Character::toString)
                .toArray());
        content.endText();
    }
}

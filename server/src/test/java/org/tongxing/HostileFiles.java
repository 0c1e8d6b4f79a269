package org.tongxing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.tongxing.media.PngChunk;

/** Files nobody should open, by what they are; none is larger than a photo may be. */
final class HostileFiles {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>1</script></svg>";
    private static final Map<String, byte[]> PICTURES = new LinkedHashMap<>();
    private static final Map<String, byte[]> WORKBOOKS = new LinkedHashMap<>();

    static {
        byte[] jpeg = picture("jpeg");
        byte[] png = picture("png");
        PICTURES.put("nothing", new byte[0]);
        PICTURES.put("SVG", text(SVG));
        PICTURES.put(
                "SVG with a head",
                text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + SVG));
        PICTURES.put("a page", text("<!doctype html><script>alert(1)</script>"));
        PICTURES.put("a document", text("%PDF-1.7\n1 0 obj"));
        PICTURES.put("a program", text("MZ\u0090\u0000\u0003"));
        PICTURES.put("GIF", picture("gif"));
        PICTURES.put("BMP", picture("bmp"));
        PICTURES.put("JPEG and archive", joined(jpeg, zip("run.sh", text("rm -rf /"))));
        PICTURES.put("PNG and archive", joined(png, zip("run.sh", text("rm -rf /"))));
        PICTURES.put("JPEG and page", joined(jpeg, text("<html><script>alert(1)</script>")));
        PICTURES.put("JPEG and PHP", joined(jpeg, text("<?php system($_GET[0]); ?>")));
        PICTURES.put("JPEG with a page in its remark", remarked(jpeg, "<script>alert(1)</script>"));
        PICTURES.put("GIF head before a script", text("GIF89a/*" + "x".repeat(50) + "*/=1;alert(1)"));
        PICTURES.put("half a JPEG", Arrays.copyOf(jpeg, 200));
        PICTURES.put("half a PNG", Arrays.copyOf(png, png.length / 2));
        PICTURES.put("head of a JPEG", Arrays.copyOf(jpeg, 4));
        PICTURES.put("head of a WebP", text("RIFF\u0004\u0000\u0000\u0000WEBPVP8X"));
        PICTURES.put("3,600 million pixels", png(60_000, 60_000));
        PICTURES.put("a very wide line", png(100_000, 1));
        PICTURES.put("a very high line", png(1, 100_000));
        PICTURES.put("pixels beyond counting", png(Integer.MAX_VALUE, Integer.MAX_VALUE));
        PICTURES.put("less than no pixels", png(-1, -1));
        PICTURES.put("no pixels", png(0, 10));
        WORKBOOKS.put("nothing", new byte[0]);
        WORKBOOKS.put("a sentence", text("只是一句话"));
        WORKBOOKS.put("a page called a workbook", text("<html><table><tr><td>村</td></tr></table></html>"));
        WORKBOOKS.put("a picture", jpeg);
        WORKBOOKS.put(
                "an old workbook's first bytes",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        WORKBOOKS.put("a bomb of words", workbook(new byte[64 << 20], ""));
        WORKBOOKS.put("a bomb in a bomb", zip("inner.xlsx", workbook(new byte[16 << 20], "")));
        WORKBOOKS.put("a thousand laughs", workbook(text("""
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <sst><si><t>&c;</t></si></sst>"""), ""));
        WORKBOOKS.put("a file of this machine", workbook(text("""
                <!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>"""), ""));
        WORKBOOKS.put("rows without end", workbook(new byte[0], "<row/>".repeat(3_000_000)));
        WORKBOOKS.put("columns without end", workbook(new byte[0], "<row><c r=\"XFD1\"><v>1</v></c></row>"));
        WORKBOOKS.put(
                "a cell beyond the sheet",
                workbook(new byte[0], "<row r=\"99999999999\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        byte[] whole = workbook(new byte[0], "<row><c t=\"inlineStr\"><is><t>村</t></is></c></row>".repeat(900));
        WORKBOOKS.put("half a workbook", Arrays.copyOf(whole, whole.length / 2));
        WORKBOOKS.put("an archive that climbs", zip("../../../../tmp/x", text("x")));
        WORKBOOKS.put("ten thousand parts", many(10_000));
        WORKBOOKS.put("CSV of one endless cell", text("a,\"" + "b".repeat(400_000)));
        WORKBOOKS.put("CSV of columns", text("a,".repeat(100_000)));
        WORKBOOKS.put(
                "CSV in no encoding", new byte[] {(byte) 0xFF, (byte) 0xC0, ',', (byte) 0xED, (byte) 0xA0, 10, 0, 1});
    }

    private HostileFiles() {}

    /** What is no picture a phone takes, or is something else as well. */
    static Map<String, byte[]> pictures() {
        return PICTURES;
    }

    /** What is no workbook anybody fills in. */
    static Map<String, byte[]> workbooks() {
        return WORKBOOKS;
    }

    static byte[] any(Random random) {
        List<byte[]> all = List.copyOf((random.nextBoolean() ? PICTURES : WORKBOOKS).values());
        return all.get(random.nextInt(all.size()));
    }

    /** A picture as it should be. */
    static byte[] picture(String format) {
        BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200 * 150; i++) {
            picture.setRGB(i % 200, i / 200, i * 2_654_435);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] workbook(byte[] words, String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("<Types/>"));
        parts.put(
                "_rels/.rels",
                text(
                        "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
        parts.put("xl/workbook.xml", text("<workbook><sheets><sheet name='a' r:id='1'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                text(
                        "<R><Relationship Id='1' Type='x/worksheet' Target='s.xml'/><Relationship Id='2' Type='x/sharedStrings' Target='sharedStrings.xml'/></R>"));
        parts.put("xl/sharedStrings.xml", words);
        parts.put("xl/s.xml", text("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        return zip(parts);
    }

    private static byte[] many(int parts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (int i = 0; i < parts; i++) {
            all.put("xl/" + i, new byte[0]);
        }
        return zip(all);
    }

    private static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] remarked(byte[] jpeg, String remark) {
        byte[] words = text(remark);
        byte[] segment = joined(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (words.length + 2)}, words);
        return joined(joined(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG that promises so many pixels and holds hardly any. */
    private static byte[] png(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        byte[] size = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        PngChunk.write(out, "IHDR", size);
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[8_000]);
        deflater.finish();
        byte[] data = new byte[200];
        PngChunk.write(out, "IDAT", Arrays.copyOf(data, deflater.deflate(data)));
        PngChunk.write(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.tongxing.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;

/** A picture is told by its bytes, bounded before it is decoded, and written anew; whatever else comes gets a clear no. */
@Timeout(60)
class PictureTests {

    /** One pixel, lossless. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void keepsWhatAPhoneTakes(String format) throws Exception {
        Picture picture = Picture.of(written(scene(3000, 2000), format));
        assertThat(picture.width()).isEqualTo(2048);
        assertThat(picture.height()).isEqualTo(1365);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.photo())).getWidth())
                .isEqualTo(2048);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(400);
        assertThat(picture.thumbnail().length).isLessThan(picture.photo().length);
    }

    @Test
    void readsWebp() {
        assertThat(Picture.of(WEBP).width()).isEqualTo(1);
    }

    @Test
    void readsWhatTheCameraWroteAndDropsIt() throws Exception {
        byte[] taken = withCameraNotes(written(scene(640, 480), "jpeg"), 6);
        Picture picture = Picture.of(taken);
        assertThat(picture.evidence().takenAt()).isEqualTo(LocalDateTime.of(2026, 6, 15, 9, 30, 5));
        assertThat(picture.evidence().latitude()).isBetween(30.7, 30.8);
        assertThat(picture.evidence().longitude()).isBetween(106.0, 106.1);
        assertThat(picture.width()).as("turned as it was held").isEqualTo(480);
        assertThat(picture.height()).isEqualTo(640);
        for (byte[] kept : new byte[][] {picture.photo(), picture.thumbnail()}) {
            for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept))
                    .getDirectories()) {
                assertThat(directory).isNotInstanceOfAny(ExifIFD0Directory.class, GpsDirectory.class);
            }
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "PhoneOfHers");
        }
    }

    @Test
    void takesAPictureWithBrokenCameraNotes() throws Exception {
        byte[] taken = withCameraNotes(written(scene(640, 480), "jpeg"), 1);
        for (int i = 30; i < 90; i++) {
            taken[i] = (byte) 0xFF;
        }
        assertThat(Picture.of(taken).evidence().takenAt()).isNull();
    }

    @Test
    void knowsTheSamePictureAgainInAnotherSizeAndQuality() throws Exception {
        BufferedImage scene = scene(1600, 1200);
        Long first = Picture.of(written(scene, "png")).look();
        Long again =
                Picture.of(Canvas.jpeg(Canvas.scaled(scene, 800, 600), 0.4f)).look();
        Long other = Picture.of(written(scene(1600, 1200, 7), "png")).look();
        assertThat(Long.bitCount(first ^ again)).isLessThanOrEqualTo(Look.ALIKE);
        assertThat(Long.bitCount(first ^ other)).isGreaterThan(Look.ALIKE);
        assertThat(Picture.of(written(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png"))
                        .look())
                .as("a picture without features is like every other one")
                .isNull();
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        for (byte[] no : new byte[][] {
            new byte[0],
            {(byte) 0xFF},
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
            "<?xml version='1.0'?><svg/>".getBytes(StandardCharsets.UTF_8),
            written(scene(20, 20), "gif"),
            written(scene(20, 20), "bmp"),
            "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
            "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1),
            zip(),
            Arrays.copyOf(WEBP, 20),
            "RIFFxxxxWEBPVP8X".getBytes(StandardCharsets.ISO_8859_1),
        }) {
            assertRefused(no, ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    void refusesWhatIsCutOff() throws Exception {
        byte[] png = written(scene(800, 600), "png");
        for (int length : new int[] {9, 20, 40, png.length / 2}) {
            assertRefused(Arrays.copyOf(png, length), ProblemCode.FILE_UNREADABLE);
        }
        byte[] jpeg = written(scene(800, 600), "jpeg");
        for (int length : new int[] {4, 20, 200}) {
            assertRefused(Arrays.copyOf(jpeg, length), ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    void answersAnyMutilatedPictureWithAPictureOrAClearNo() throws Exception {
        Random dice = new Random(20260615);
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = written(scene(160, 120), format);
            for (int round = 0; round < 300; round++) {
                byte[] hurt = Arrays.copyOf(whole, round % 3 == 0 ? dice.nextInt(whole.length) : whole.length);
                for (int i = 0; i < 1 + dice.nextInt(12) && hurt.length > 0; i++) {
                    hurt[dice.nextInt(hurt.length)] = (byte) dice.nextInt(256);
                }
                try {
                    assertThat(Picture.of(hurt).width()).isPositive();
                } catch (Refusal no) {
                    assertThat(no.getCode()).isIn(ProblemCode.FILE_UNREADABLE, ProblemCode.FILE_TOO_LARGE);
                }
            }
        }
    }

    @Test
    void refusesAPictureThatIsSomethingElseAsWell() throws Exception {
        byte[] jpeg = written(scene(200, 200), "jpeg");
        assertRefused(joined(jpeg, zip()), ProblemCode.FILE_UNREADABLE);
        assertRefused(
                joined(jpeg, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                ProblemCode.FILE_UNREADABLE);
        byte[] comment = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] segment = joined(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)}, comment);
        assertRefused(
                joined(joined(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length)),
                ProblemCode.FILE_UNREADABLE);
        assertRefused(joined(written(scene(200, 200), "png"), zip()), ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void refusesTooManyBytesAndPixelsBeforeItDecodesThem() throws Exception {
        assertRefused(
                joined(written(scene(20, 20), "png"), new byte[Picture.LARGEST_BYTES]), ProblemCode.FILE_TOO_LARGE);
        for (int[] size : new int[][] {{60_000, 60_000}, {16_001, 10}, {10, 16_001}, {7_100, 7_100}}) {
            byte[] bomb = hugePng(size[0], size[1]);
            assertThat(bomb.length).isLessThan(200_000);
            long begun = System.nanoTime();
            assertRefused(bomb, ProblemCode.FILE_TOO_LARGE);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
        assertRefused(hugePng(0, 10), ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void decodesALargeButAllowedPictureInLittleMemory() {
        byte[] large = hugePng(7_000, 7_000);
        Runtime memory = Runtime.getRuntime();
        System.gc();
        long before = memory.totalMemory() - memory.freeMemory();
        Picture picture = Picture.of(large);
        long after = memory.totalMemory() - memory.freeMemory();
        assertThat(picture.width()).isLessThanOrEqualTo(2048);
        assertThat(after - before).as("not the 150 MB of 49 million pixels").isLessThan(150_000_000L);
    }

    @Test
    @Clause("SG-26")
    @Clause("JB-40")
    void writesTheCaptionBelowTheCopyAndLeavesThePictureAsItIs() throws Exception {
        assumeThat(Captions.class.getResource("/font/NotoSansSC_500Medium.ttf"))
                .as("the font comes with a build that has the front ends")
                .isNotNull();
        byte[] clean = Picture.of(written(scene(1200, 900), "jpeg")).photo();
        Captions captions = new Captions(new MediaSettings(null, null, null, null));
        byte[] copy = captions.below(clean, "南充市嘉陵区孟小满儿童照片");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isGreaterThan(900);
        assertThat(dark(picture, 910)).as("letters below").isGreaterThan(500);
        byte[] other = captions.below(clean, "南充市嘉陵区王大明儿童照片");
        assertThat(other).as("Chinese is written, not boxes").isNotEqualTo(copy);
        byte[] longer = captions.below(clean, "南充市嘉陵区".repeat(20));
        assertThat(ImageIO.read(new ByteArrayInputStream(longer)).getHeight()).isGreaterThan(picture.getHeight());
    }

    private static int dark(BufferedImage picture, int from) {
        int dark = 0;
        for (int y = from; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    private static void assertRefused(byte[] file, ProblemCode code) {
        assertThatThrownBy(() -> Picture.of(file))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.getCode()).isEqualTo(code));
    }

    private static BufferedImage scene(int width, int height) {
        return scene(width, height, 1);
    }

    /** Something to see: coloured blocks that tell two scenes apart. */
    private static BufferedImage scene(int width, int height, int seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        Random dice = new Random(seed);
        for (int x = 0; x < 9; x++) {
            for (int y = 0; y < 8; y++) {
                graphics.setColor(new Color(dice.nextInt(256), dice.nextInt(256), dice.nextInt(256)));
                graphics.fillRect(x * width / 9, y * height / 8, width / 9 + 1, height / 8 + 1);
            }
        }
        graphics.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] zip() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run.sh"));
            zip.write("rm -rf /".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** A black PNG of one bit per pixel: a few kilobytes that unfold to any number of pixels. */
    private static byte[] hugePng(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        PngChunk.write(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        Deflater deflater = new Deflater(9);
        byte[] row = new byte[1 + (width + 7) / 8];
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        int rows = Math.min(height, 8_000);
        for (int y = 0; y < rows; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                data.write(piece, 0, deflater.deflate(piece));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            data.write(piece, 0, deflater.deflate(piece));
        }
        PngChunk.write(out, "IDAT", data.toByteArray());
        PngChunk.write(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Puts an EXIF segment into a JPEG: how it was held, by what, when, and where. */
    private static byte[] withCameraNotes(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(300);
        tiff.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x010F, 2, 12, 62);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8769, 4, 1, 74);
        entry(tiff, 0x8825, 4, 1, 112);
        tiff.putInt(0);
        tiff.put("PhoneOfHers\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 92);
        tiff.putInt(0);
        tiff.put("2026:06:15 09:30:05\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.putShort((short) 4);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3, 166);
        tiff.putShort((short) 3).putShort((short) 2).putInt(2).put(new byte[] {'E', 0, 0, 0});
        entry(tiff, 4, 5, 3, 190);
        tiff.putInt(0);
        tiff.putInt(30).putInt(1).putInt(46).putInt(1).putInt(30).putInt(1);
        tiff.putInt(106).putInt(1).putInt(4).putInt(1).putInt(0).putInt(1);
        byte[] notes = Arrays.copyOf(tiff.array(), tiff.position());
        byte[] head = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), notes);
        byte[] segment = joined(
                ByteBuffer.allocate(4)
                        .put((byte) 0xFF)
                        .put((byte) 0xE1)
                        .putShort((short) (head.length + 2))
                        .array(),
                head);
        return joined(joined(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}

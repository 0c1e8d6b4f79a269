package org.tongxing.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/**
 * What is made of an upload: recognised by its bytes, bounded before it is decoded, upright, on white, and written anew, so
 * that position, device and whatever else was hidden in it are gone.
 *
 * @param evidence what the camera wrote, read before it is dropped
 */
record Picture(
        byte[] photo,
        byte[] thumbnail,
        int width,
        int height,
        @Nullable Long look,
        CameraNotes evidence) {

    static final int LARGEST_BYTES = 10 * 1024 * 1024;
    static final String MEDIA_TYPE = "image/jpeg";

    private static final long LARGEST_PIXELS = 50_000_000L;
    private static final int LONGEST_SIDE = 16_000;
    private static final int KEPT_SIDE = 2048;
    private static final int THUMBNAIL_SIDE = 400;

    /** Decoding takes tens of megabytes; more at once than this and uploads could take the server down. */
    private static final Semaphore DECODING = new Semaphore(2, true);

    static {
        // Otherwise the reader would leave copies in the temporary folder.
        ImageIO.setUseCache(false);
    }

    /** Refused when it is no picture, a disguised one, or too large. */
    static Picture of(byte[] upload) {
        if (upload.length > LARGEST_BYTES) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE);
        }
        ImageKind kind = ImageKind.of(upload).orElseThrow(() -> new Refusal(ProblemCode.FILE_UNREADABLE));
        if (Disguise.isHidden(upload, kind.pixels(upload))) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
        CameraNotes notes = kind.hasCameraNotes() ? CameraNotes.of(upload) : CameraNotes.NONE;
        BufferedImage upright = Canvas.upright(decode(upload, kind), notes.orientation());
        BufferedImage kept = Canvas.within(upright, KEPT_SIDE);
        return new Picture(
                Canvas.jpeg(kept, 0.88f),
                Canvas.jpeg(Canvas.within(kept, THUMBNAIL_SIDE), 0.8f),
                kept.getWidth(),
                kept.getHeight(),
                Look.of(kept),
                notes);
    }

    private static BufferedImage decode(byte[] upload, ImageKind kind) {
        DECODING.acquireUninterruptibly();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.formatName());
            if (!readers.hasNext()) {
                throw new Refusal(ProblemCode.FILE_UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException broken) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        } finally {
            DECODING.release();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        // Asked before decoding: a picture of a few bytes may claim gigapixels.
        if (width < 1
                || height < 1
                || Math.max(width, height) > LONGEST_SIDE
                || (long) width * height > LARGEST_PIXELS) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        // Every n-th pixel only: what is decoded then never takes more than a few times the kept size.
        int every = Math.max(1, Math.max(width, height) / KEPT_SIDE);
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }
}

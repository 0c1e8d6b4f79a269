package org.tongxing.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;

/** Keeps photos of deeds: recognised by content, bounded, and written anew so that position and device data are gone. */
@Service
@RequiredArgsConstructor
public class Photos {

    private static final int LARGEST_BYTES = 10 * 1024 * 1024;
    private static final long LARGEST_PIXELS = 40_000_000L;

    private final PhotoMapper mapper;
    private final FileStore files;
    private final Clock clock;

    /** Keeps a photo and answers its id; refused when it is no picture, or too large a one. */
    @Transactional
    public long keep(long phoneAccount, byte[] upload) {
        if (upload.length > LARGEST_BYTES) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE);
        }
        BufferedImage picture = read(upload);
        byte[] clean = write(picture);
        LocalDate today = LocalDate.now(this.clock);
        String key = "photos/" + today + "/" + UUID.randomUUID() + ".jpg";
        PhotoMapper.NewPhoto photo = new PhotoMapper.NewPhoto(
                key,
                picture.getWidth(),
                picture.getHeight(),
                clean.length,
                Vault.sm3(java.util.Base64.getEncoder().encodeToString(clean)),
                phoneAccount,
                LocalDateTime.now(this.clock));
        this.files.put(key, clean, "image/jpeg");
        this.mapper.insert(photo);
        return photo.getId();
    }

    /** Whether all these photos were uploaded by this account. */
    @Transactional(readOnly = true)
    public boolean ownedBy(long phoneAccount, Collection<Long> photoIds) {
        return photoIds.isEmpty() || this.mapper.countOwned(phoneAccount, photoIds) == photoIds.size();
    }

    private static BufferedImage read(byte[] upload) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refusal(ProblemCode.FILE_UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // Asked before decoding: a picture of a few bytes may claim gigapixels.
                if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST_PIXELS) {
                    throw new Refusal(ProblemCode.FILE_TOO_LARGE);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
    }

    private static byte[] write(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(opaque, "jpeg", out);
        } catch (IOException ex) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE);
        }
        return out.toByteArray();
    }
}

package org.tongxing.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Keeps files in a folder of this machine; written beside and moved, so that a crash leaves no half file. */
@RequiredArgsConstructor
class LocalFileStore implements FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFileStore.class);

    private final Path directory;
    private final LocalLinks links;

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        try {
            Path file = resolve(key);
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "upload", ".part");
            try {
                Files.write(beside, bytes);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException ex) {
            throw unreachable(ex);
        }
    }

    @Override
    public byte[] get(String key, long most) throws Missing, TooLarge {
        Path file = resolve(key);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                throw new TooLarge();
            }
            return bytes;
        } catch (NoSuchFileException nothing) {
            throw new Missing();
        } catch (IOException ex) {
            throw unreachable(ex);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(resolve(key));
        } catch (IOException ex) {
            throw unreachable(ex);
        }
    }

    @Override
    public String link(String key, Duration life) {
        return this.links.link(key, life);
    }

    @Override
    public UploadForm form(String key, long most, Duration life) {
        Instant until = this.links.until(life);
        return new UploadForm(LocalLinks.PATH, this.links.fields(key, most, until), until);
    }

    private Path resolve(String key) {
        Path file = this.directory.resolve(key).normalize();
        if (!file.startsWith(this.directory.normalize())) {
            throw new IllegalArgumentException("A key must not leave the folder");
        }
        return file;
    }

    /** A disk without room, for one; whoever sends a photo keeps it and tries again. */
    private static Refusal unreachable(IOException why) {
        LOG.warn("A file was neither written nor read: {}", why.getClass().getSimpleName());
        return new Refusal(ProblemCode.FILES_UNREACHABLE);
    }
}

package org.tongxing.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lombok.RequiredArgsConstructor;

/** Keeps files in a folder of this machine; written beside and moved, so that a crash leaves no half file. */
@RequiredArgsConstructor
class LocalFileStore implements FileStore {

    private final Path directory;

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        try {
            Path file = resolve(key);
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "upload", ".part");
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public byte[] get(String key) {
        try {
            return Files.readAllBytes(resolve(key));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Path resolve(String key) {
        Path file = this.directory.resolve(key).normalize();
        if (!file.startsWith(this.directory.normalize())) {
            throw new IllegalArgumentException("A key must not leave the folder");
        }
        return file;
    }
}

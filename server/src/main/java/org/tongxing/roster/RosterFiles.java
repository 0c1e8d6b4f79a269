package org.tongxing.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The workbooks as they were uploaded, under names of ours. */
@Component
@RequiredArgsConstructor
class RosterFiles {

    private final RosterSettings settings;

    /** Keeps an upload and answers its name. */
    String keep(InputStream content) {
        Path file = path(UUID.randomUUID() + ".xlsx");
        try {
            Files.createDirectories(this.settings.directory());
            Files.copy(content, file);
            return file.getFileName().toString();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Path path(String name) {
        return this.settings.directory().resolve(name);
    }

    boolean exists(String name) {
        return Files.exists(path(name));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}

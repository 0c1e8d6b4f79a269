package org.tongxing.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two keys of this installation. Neither the database nor the repository ever holds them. */
@Component
class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] sealing;
    private final byte[] digesting;

    Keys(KeySettings settings) {
        this.sealing = key(settings.sealing(), settings.directory(), "sealing", 16);
        this.digesting = key(settings.digesting(), settings.directory(), "digesting", 32);
    }

    byte[] sealing() {
        return this.sealing.clone();
    }

    byte[] digesting() {
        return this.digesting.clone();
    }

    private static byte[] key(@Nullable String configured, @Nullable Path directory, String name, int length) {
        byte[] key = configured != null ? HexFormat.of().parseHex(configured) : generated(directory, name, length);
        if (key.length != length) {
            throw new IllegalStateException("tongxing.keys." + name + " must have " + length + " bytes");
        }
        return key;
    }

    private static byte[] generated(@Nullable Path directory, String name, int length) {
        if (directory == null) {
            throw new IllegalStateException("tongxing.keys." + name + " is not set");
        }
        try {
            Path file = directory.resolve(name + ".hex");
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(SandboxKey.fresh(length, RANDOM)));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}

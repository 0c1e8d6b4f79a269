package org.tongxing.roster.sheet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A file that can be opened as often as needed, wherever and however it is kept. */
public interface StoredFile {

    SeekableByteChannel open() throws IOException;

    static StoredFile of(Path path) {
        return () -> FileChannel.open(path);
    }
}

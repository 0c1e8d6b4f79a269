package org.tongxing.roster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.poi.poifs.crypt.temp.EncryptedTempData;

/** A marked-up workbook on its way to whoever asked; what of it lies on a disk meanwhile is encrypted with a key nobody keeps. */
public final class MarkedCopy implements Closeable {

    private final EncryptedTempData content;

    MarkedCopy() {
        try {
            this.content = new EncryptedTempData();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    OutputStream begin() throws IOException {
        return this.content.getOutputStream();
    }

    public long size() {
        return this.content.getByteCount();
    }

    /** Sends the whole workbook. */
    public void send(OutputStream out) throws IOException {
        try (InputStream in = this.content.getInputStream()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() {
        this.content.dispose();
    }
}

package org.tongxing.media;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Answers the signed links of the local folder; with OSS there is nothing here. */
@Component
@RequiredArgsConstructor
public class LocalFiles {

    private final FileStore store;
    private final LocalLinks links;

    /** The bytes behind a signed link, as long as it stands. */
    public Optional<byte[]> read(String key, long until, String sign) {
        if (!(this.store instanceof LocalFileStore) || !this.links.mayRead(key, until, sign)) {
            return Optional.empty();
        }
        try {
            return Optional.of(this.store.get(key, Picture.LARGEST_BYTES));
        } catch (FileStore.Missing | FileStore.TooLarge gone) {
            return Optional.empty();
        }
    }

    /** Keeps a file sent with a signed form; answers whether the form allowed it. */
    public boolean write(String key, long until, long most, String sign, byte[] bytes) {
        if (!(this.store instanceof LocalFileStore)
                || !this.links.mayWrite(key, until, most, sign)
                || bytes.length > most) {
            return false;
        }
        this.store.put(key, bytes, "application/octet-stream");
        return true;
    }
}

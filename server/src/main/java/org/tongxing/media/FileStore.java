package org.tongxing.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Where the bytes are: a local folder, or OSS. Both pass the same contract test. */
interface FileStore {

    /** Keeps the bytes under a key that was never used before. */
    void put(String key, byte[] bytes, String mediaType);

    /** The bytes of a key, at most {@code most} of them. */
    byte[] get(String key, long most) throws Missing, TooLarge;

    /** Removes the bytes for good; a key that is not there is no mistake. */
    void delete(String key);

    /** A link by which anybody reads this key, and no other, until the time is over. */
    String link(String key, Duration life);

    /** A form by which a browser or phone sends one file of at most {@code most} bytes to this key. */
    UploadForm form(String key, long most, Duration life);

    /**
     * Where to send a file with which fields, the file last.
     *
     * @param url absolute, or a path on this server
     */
    record UploadForm(String url, Map<String, String> fields, Instant until) {}

    /** Nothing is there under this key. */
    class Missing extends Exception {}

    /** There is more under this key than was asked for. */
    class TooLarge extends Exception {}
}

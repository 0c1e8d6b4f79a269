package org.tongxing.media;

/** Where the bytes are: a local folder, or OSS. */
interface FileStore {

    /** Keeps the bytes under a key that was never used before. */
    void put(String key, byte[] bytes, String mediaType);

    byte[] get(String key);
}

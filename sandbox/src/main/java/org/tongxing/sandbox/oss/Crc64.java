package org.tongxing.sandbox.oss;

/** The checksum OSS answers with, by which a client knows that everything arrived: CRC-64 of ECMA-182, reflected. */
final class Crc64 {

    private static final long POLYNOMIAL = 0xC96C5795D7870F42L;

    private Crc64() {}

    static String of(byte[] bytes) {
        long sum = ~0L;
        for (byte one : bytes) {
            sum ^= one & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ POLYNOMIAL;
            }
        }
        return Long.toUnsignedString(~sum);
    }
}

package org.tongxing.media;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * How a picture looks, in 64 bits (difference hash): pictures that differ by size, compression or a little light differ in
 * a few of them. A picture of one colour looks like every other one and has none.
 */
final class Look {

    /** Pictures that differ in no more bits than this are taken for the same. */
    static final int ALIKE = 3;

    private static final int SIDE = 8;
    private static final int LEAST_CONTRAST = 12;
    private static final int FEWEST_EDGES = 6;

    private Look() {}

    static @Nullable Long of(BufferedImage picture) {
        BufferedImage small = Canvas.within(picture, 8 * (SIDE + 1));
        int[][] grey = grey(Canvas.scaled(small, SIDE + 1, SIDE));
        long look = 0;
        int edges = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int step = grey[y][x + 1] - grey[y][x];
                look = look << 1 | (step > 0 ? 1 : 0);
                edges += Math.abs(step) >= LEAST_CONTRAST ? 1 : 0;
            }
        }
        return edges < FEWEST_EDGES ? null : look;
    }

    /** One of four quarters of sixteen bits; looks that differ in three bits share at least one. */
    static @Nullable Integer quarter(@Nullable Long look, int index) {
        return look == null ? null : (int) (look >>> 16 * index & 0xFFFF);
    }

    private static int[][] grey(BufferedImage picture) {
        int[][] grey = new int[picture.getHeight()][picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                grey[y][x] = (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
            }
        }
        return grey;
    }
}

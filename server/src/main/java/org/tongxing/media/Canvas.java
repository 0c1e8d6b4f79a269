package org.tongxing.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Turns, shrinks and writes pictures. */
final class Canvas {

    private Canvas() {}

    /** The picture as the camera was held, opaque. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean sideways = orientation >= 5;
        int width = sideways ? picture.getHeight() : picture.getWidth();
        int height = sideways ? picture.getWidth() : picture.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, turn(orientation, picture.getWidth(), picture.getHeight()), null);
        graphics.dispose();
        return upright;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** The picture itself, or a smaller one whose longer side has this length. */
    static BufferedImage within(BufferedImage picture, int side) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        if (longer <= side) {
            return picture;
        }
        BufferedImage current = picture;
        // Halving step by step looks at every pixel; one big step would skip most of them.
        while (Math.max(current.getWidth(), current.getHeight()) > 2 * side) {
            current = scaled(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        double scale = (double) side / Math.max(current.getWidth(), current.getHeight());
        return scaled(
                current, (int) Math.round(current.getWidth() * scale), (int) Math.round(current.getHeight() * scale));
    }

    static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage smaller = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
        graphics.dispose();
        return smaller;
    }

    static byte[] jpeg(BufferedImage picture, float quality) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

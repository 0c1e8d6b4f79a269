package org.tongxing.sandbox.wechat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** 小程序码: a picture that looks like one. Nobody can scan it, so pages beside the sandbox show the letters too. */
final class Pictures {

    private static final int LONGEST_SCENE = 32;
    private static final String SCENE = "[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]{1," + LONGEST_SCENE + "}";
    private static final int INK = 0x1C3B34;
    private static final int PAPER = 0xFFFFFF;

    private Pictures() {}

    static Answer code(Call call) throws IOException {
        String scene = call.text("scene");
        if (!scene.matches(SCENE)) {
            return Answer.error(40169, "invalid length for scene, or the data is not json string");
        }
        if (call.text("page").startsWith("/") || call.text("page").contains("?")) {
            return Answer.error(41030, "invalid page");
        }
        return Answer.picture(png(scene));
    }

    private static byte[] png(String scene) throws IOException {
        int edge = 280;
        int ring = edge / 2 - 4;
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        boolean[][] dots = new boolean[64][24];
        Random pattern = new Random(scene.hashCode());
        for (boolean[] ray : dots) {
            for (int i = 0; i < ray.length; i++) {
                ray[i] = pattern.nextBoolean();
            }
        }
        for (int x = 0; x < edge; x++) {
            for (int y = 0; y < edge; y++) {
                double dx = x - edge / 2.0;
                double dy = y - edge / 2.0;
                double distance = Math.hypot(dx, dy);
                int ray = (int) ((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI) * (dots.length - 1));
                int step = (int) (distance / ring * (dots[0].length - 1));
                boolean inked = distance < ring / 3.5 || (distance < ring && dots[ray][step]);
                image.setRGB(x, y, inked ? INK : PAPER);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}

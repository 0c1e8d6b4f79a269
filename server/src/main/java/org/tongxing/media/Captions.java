package org.tongxing.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;

/** Writes a caption below a copy of a photo that leaves the house; what is kept stays clean [JB-40]. */
@Component
@RequiredArgsConstructor
public class Captions {

    /** Noto Sans SC, SIL Open Font License 1.1; taken from npm by the build. */
    private static final String BUILT_IN = "/font/NotoSansSC_500Medium.ttf";

    private static final int LEAST_TEXT = 18;

    private final MediaSettings settings;
    private volatile @Nullable Font font;

    /** A copy of the picture with the caption on a white strip below it. */
    @Clause("SG-26")
    public byte[] below(byte[] picture, String caption) {
        BufferedImage photo = read(picture);
        Font font = font().deriveFont((float) Math.max(LEAST_TEXT, photo.getWidth() / 28));
        int margin = font.getSize() / 2;
        List<String> lines = lines(caption, font, photo.getWidth() - 2 * margin);
        int line = font.getSize() * 3 / 2;
        BufferedImage copy = new BufferedImage(
                photo.getWidth(), photo.getHeight() + 2 * margin + line * lines.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        graphics.drawImage(photo, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(font);
        int y = photo.getHeight() + margin + font.getSize();
        for (String text : lines) {
            graphics.drawString(text, margin, y);
            y += line;
        }
        graphics.dispose();
        return Canvas.jpeg(copy, 0.9f);
    }

    private static List<String> lines(String caption, Font font, int width) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = graphics.getFontMetrics(font);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        caption.codePoints().forEach(character -> {
            String longer = line.toString() + Character.toString(character);
            if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(character);
        });
        lines.add(line.toString());
        graphics.dispose();
        return lines;
    }

    private Font font() {
        Font known = this.font;
        if (known == null) {
            known = load();
            this.font = known;
        }
        return known;
    }

    /** The font that Chinese is written with in what leaves the house; the caller closes it. */
    public InputStream fontFile() {
        Path configured = this.settings.font();
        try {
            InputStream in = configured == null
                    ? Captions.class.getResourceAsStream(BUILT_IN)
                    : Files.newInputStream(configured);
            if (in == null) {
                throw new Refusal(ProblemCode.CAPTION_FONT_MISSING);
            }
            return in;
        } catch (IOException broken) {
            throw new Refusal(ProblemCode.CAPTION_FONT_MISSING);
        }
    }

    private Font load() {
        try (InputStream in = fontFile()) {
            FontsOfTheMachine.doWithout();
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException broken) {
            throw new Refusal(ProblemCode.CAPTION_FONT_MISSING);
        }
    }

    private static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}

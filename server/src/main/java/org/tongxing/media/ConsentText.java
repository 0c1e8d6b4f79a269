package org.tongxing.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The text of 照片使用授权书; another wording gets another version, and asks everybody anew only for new consents. */
@Component
public class ConsentText {

    private static final String VERSION = "2026-1";

    private final Text text;

    ConsentText() {
        try (InputStream in = ConsentText.class.getResourceAsStream("/consent/photo-" + VERSION + ".txt")) {
            this.text = new Text(VERSION, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Text now() {
        return this.text;
    }

    /** A version and its words. */
    public record Text(String version, String words) {}
}

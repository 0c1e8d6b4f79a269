package org.tongxing.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets Java draw with a font of our own on a server without any font or fontconfig, where it otherwise gives up. */
final class FontsOfTheMachine {

    private static final String SETTING = "sun.awt.fontconfig";

    private FontsOfTheMachine() {}

    /** To be called before the first text is measured; does nothing where somebody has decided already. */
    static synchronized void doWithout() {
        if (System.getProperty(SETTING) != null
                || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        try {
            Path file = Files.createTempFile("tongxing-fonts", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, "version=1\nsequence.allfonts=default\n");
            System.setProperty(SETTING, file.toString());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}

package org.tongxing.media;

import org.springframework.context.ApplicationContext;

/** Has the night in which photos are thrown away when a test wants it. */
public final class NightlySweep {

    private NightlySweep() {}

    /** Throws away now what the night would. */
    public static void of(ApplicationContext server) {
        server.getBean(PhotoSweeper.class).sweep();
    }
}

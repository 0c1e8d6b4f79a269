package org.tongxing.notification;

import org.springframework.context.ApplicationContext;

/** Does by hand what the server does by the clock, so that a test says when. */
public final class Hand {

    private final ApplicationContext server;

    public Hand(ApplicationContext server) {
        this.server = server;
    }

    /** Sends what is due. */
    public void send() {
        this.server.getBean(Dispatcher.class).send();
    }

    /** Writes down the weekly messages of today. */
    public void writeDownWeekly() {
        this.server.getBean(Weekly.class).writeDown();
    }

    /** Writes down whose promise is due soon. */
    public void remindOfPromises() {
        this.server.getBean(WishListener.class).remindOfPromises();
    }
}

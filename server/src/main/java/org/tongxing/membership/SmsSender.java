package org.tongxing.membership;

/** The way to somebody's phone by text message; a province with a gateway of its own brings its own. */
public interface SmsSender {

    /**
     * Hands in one code. Waits a few seconds at most and is never called inside a transaction.
     *
     * @return whether the gateway has taken it
     */
    boolean send(String phone, String code, int minutes);
}

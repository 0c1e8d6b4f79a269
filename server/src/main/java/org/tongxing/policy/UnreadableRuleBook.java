package org.tongxing.policy;

/** A rule book says something the reader does not understand, or leaves something out; the message says where. */
public class UnreadableRuleBook extends RuntimeException {

    UnreadableRuleBook(String where, String what) {
        super(where + ": " + what);
    }
}

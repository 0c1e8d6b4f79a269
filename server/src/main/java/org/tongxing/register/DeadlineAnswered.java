package org.tongxing.register;

/** What a deadline asks of a village or township was handed in, or taken back. */
public record DeadlineAnswered(String division) {}

package org.tongxing.membership;

/** Somebody of the phone side wants to be forgotten. Carries the id only. */
public record PhoneAccountClosed(long account) {}

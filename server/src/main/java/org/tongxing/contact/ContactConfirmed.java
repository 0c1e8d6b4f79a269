package org.tongxing.contact;

/** Somebody else said that a call was so, or was not. Carries ids only. */
public record ContactConfirmed(long contact, boolean asTold) {}

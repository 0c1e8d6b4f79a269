package org.tongxing.activity;

/** An activity people could sign up for does not take place. Carries its id and the place it was for. */
public record ActivityCancelled(long activity, String place) {}

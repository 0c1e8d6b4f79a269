package org.tongxing.contact;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A parent has said on which day of the week to be reminded of a call.
 *
 * @param day null for on none
 */
public record ContactReminderChosen(long account, @Nullable DayOfWeek day) {}

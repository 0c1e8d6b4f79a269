package org.tongxing.notification;

import org.jspecify.annotations.Nullable;

/** A message was sent, or will not be. Carries ids only. */
record NotificationEnded(
        Occasion occasion,
        @Nullable Long subjectId,
        Dispatcher.State state,
        @Nullable String detail) {}

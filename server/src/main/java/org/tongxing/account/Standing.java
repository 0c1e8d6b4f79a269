package org.tongxing.account;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a session has come; kept as the details of its authentication.
 *
 * @param secondFactor what is still owed
 * @param passed whether a code was given in this session
 * @param roleEndsOn the first day on which the role in use no longer holds
 */
public record Standing(
        boolean mustChangePassword,
        SecondFactor.State secondFactor,
        boolean passed,
        @Nullable LocalDate roleEndsOn) implements Serializable {}

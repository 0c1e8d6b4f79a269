package org.tongxing.pairing;

import java.time.LocalDate;

/**
 * 原则上的例外: a clause that is not followed in one pairing [JB-02].
 *
 * @param until the first day on which it no longer holds
 */
public record Waiver(String clause, String reason, LocalDate until) {}

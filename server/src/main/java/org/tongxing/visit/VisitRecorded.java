package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;

/** A visit, or the attempt of one, was recorded. Carries ids, the day and whether somebody was met. */
public record VisitRecorded(long visit, List<Long> children, LocalDate on, boolean met) {}

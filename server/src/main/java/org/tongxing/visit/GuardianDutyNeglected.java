package org.tongxing.visit;

import java.util.List;
import org.tongxing.contract.VisitContent.NeglectBy;

/** Visitors found a guardian's duty not done [JB-50]. Carries ids only. */
public record GuardianDutyNeglected(long visit, List<Long> children, NeglectBy by) {}

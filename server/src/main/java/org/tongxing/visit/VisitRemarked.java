package org.tongxing.visit;

import org.tongxing.contract.VisitEndpoint.RemarkKind;

/** Something was said about a visit: a question waits for its author, an answer for the supervisors. Carries ids only. */
public record VisitRemarked(long visit, RemarkKind kind) {}

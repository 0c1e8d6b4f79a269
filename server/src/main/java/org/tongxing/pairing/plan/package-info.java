/** 人员分配方案: a plan from the question to its publication [JB-34]. It is computed, edited, allowed and then made. */
@NullMarked
package org.tongxing.pairing.plan;

import org.jspecify.annotations.NullMarked;

/** 审计: who read, wrote or exported what, append-only and hash-chained. Knows ids only. */
@ApplicationModule(displayName = "Audit", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

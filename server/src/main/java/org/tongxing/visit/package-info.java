/**
 * 巡查走访: visits to children by paired families, child directors and supervisors [JB-41, SV-15], what follows from them
 * — promises, difficulties, questions — and what may be read of them by whom.
 */
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {"child", "pairing", "membership", "media", "region", "obligation", "policy"})
@NullMarked
package org.tongxing.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

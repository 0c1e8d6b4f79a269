/** 巡查走访: visits of paired families to their children [JB-41]. */
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {"child", "pairing", "membership", "media", "region", "obligation", "policy"})
@NullMarked
package org.tongxing.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

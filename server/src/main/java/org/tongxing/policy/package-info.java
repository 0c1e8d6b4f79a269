/** 规则书: what the policy documents say, as data, and what follows from it for one child on one day. */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {})
@NullMarked
package org.tongxing.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

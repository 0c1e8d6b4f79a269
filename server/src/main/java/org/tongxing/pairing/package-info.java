/** 结对帮扶: pairs a child with a family, and guards that a child has at most one active family pairing [JB-58]. */
@ApplicationModule(
        displayName = "Pairing",
        allowedDependencies = {"child", "policy", "helper", "region"})
@NullMarked
package org.tongxing.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who helps: units with their linked villages, cadre families. */
@ApplicationModule(
        displayName = "Helper",
        allowedDependencies = {"region", "account"})
@NullMarked
package org.tongxing.helper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

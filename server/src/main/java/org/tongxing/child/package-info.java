/** The child (the person), the case file, the household, the adults around the child, and the facts with their days. */
@ApplicationModule(
        displayName = "Child",
        allowedDependencies = {"account", "policy", "region"})
@NullMarked
package org.tongxing.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 险情与保护: reports of danger [JB-48, JB-49, GD-17] and admonitions of guardians [JB-50]. Shaped so that departments,
 * feedback and conferences can follow: a recipient has a kind, and every recipient its own time stamp.
 */
@ApplicationModule(
        displayName = "Safeguard",
        allowedDependencies = {"child", "visit", "membership", "helper", "policy", "region"})
@NullMarked
package org.tongxing.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

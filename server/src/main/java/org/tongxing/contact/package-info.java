/**
 * 联系: calls and messages between parents and children [SV-08, SG-14, GD-48], confirmed by the other side; who comes home
 * for Spring Festival [JS-11]; and for supervisors rhythm and gaps, never content.
 */
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {"child", "membership", "region", "obligation", "policy"})
@NullMarked
package org.tongxing.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

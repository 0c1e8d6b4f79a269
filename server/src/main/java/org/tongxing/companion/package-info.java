/**
 * 志愿者陪伴: pairs a volunteer with a child for study help or company, beside the family pairing and never instead of it; at
 * most one volunteer per child and kind [GD-60, JS-21].
 */
@ApplicationModule(
        displayName = "Companion",
        allowedDependencies = {"child", "helper", "membership", "policy", "region", "visit", "volunteer"})
@NullMarked
package org.tongxing.companion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

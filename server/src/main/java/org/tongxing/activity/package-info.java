/** 关爱活动: activities for children together, with places, consent, attendance and helpers [GD-61, GD-63, SV-22, JS-16]. */
@ApplicationModule(
        displayName = "Activity",
        allowedDependencies = {"child", "membership", "region", "volunteer", "wish"})
@NullMarked
package org.tongxing.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

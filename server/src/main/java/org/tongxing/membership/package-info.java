/** 谁是谁: which phone account is which family, parent, caregiver or volunteer; requested, confirmed, revoked. */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {"child", "helper", "wechat", "region"})
@NullMarked
package org.tongxing.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

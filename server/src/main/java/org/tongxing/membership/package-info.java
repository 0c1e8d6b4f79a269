/**
 * 谁是谁: which phone account is which family, parent, caregiver, volunteer, director or supervisor; requested by a verified number
 * or an invitation, confirmed, revoked.
 */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {"account", "child", "helper", "wechat", "region"})
@NullMarked
package org.tongxing.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** 爱心妈妈 and other volunteers: who they are, the yearly check and training, complaints; see JB-53, JS-21. */
@ApplicationModule(
        displayName = "Volunteer",
        allowedDependencies = {"child", "membership", "pairing", "region"})
@NullMarked
package org.tongxing.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

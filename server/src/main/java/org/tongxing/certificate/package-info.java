/** 志愿服务证明: certificates of what volunteers have done, never for whom; see JB-53, JS-21. */
@ApplicationModule(
        displayName = "Certificate",
        allowedDependencies = {"media", "membership", "region", "volunteer"})
@NullMarked
package org.tongxing.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

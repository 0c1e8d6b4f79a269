/** 联系: calls and messages between parents and children. */
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {"child", "membership", "region", "obligation", "policy"})
@NullMarked
package org.tongxing.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

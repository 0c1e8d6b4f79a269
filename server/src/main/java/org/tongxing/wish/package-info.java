/** 微心愿: small wishes, published without the child, claimed by one. */
@ApplicationModule(
        displayName = "Wish",
        allowedDependencies = {"child", "membership", "region"})
@NullMarked
package org.tongxing.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

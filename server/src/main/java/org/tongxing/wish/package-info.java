/** 微心愿: small wishes, published without the child, promised by one, brought, thanked for. */
@ApplicationModule(
        displayName = "Wish",
        allowedDependencies = {"child", "helper", "media", "membership", "pairing", "region", "volunteer", "wechat"})
@NullMarked
package org.tongxing.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

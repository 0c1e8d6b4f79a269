/** WeChat through WxJava: sign-in codes and verified phone numbers. */
@ApplicationModule(
        displayName = "WeChat",
        allowedDependencies = {})
@NullMarked
package org.tongxing.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

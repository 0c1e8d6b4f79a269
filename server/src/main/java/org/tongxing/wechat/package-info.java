/**
 * WeChat through WxJava: sign-in codes, verified phone numbers, subscribe messages, content checks with their pushes,
 * pictures of invitations. Everything goes over one line that bounds every wait and is never used inside a transaction.
 */
@ApplicationModule(
        displayName = "WeChat",
        allowedDependencies = {})
@NullMarked
package org.tongxing.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

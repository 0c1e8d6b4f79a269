/** 页面: hands out the console and the phone pages that are packed into the jar. */
@ApplicationModule(
        displayName = "Page",
        allowedDependencies = {})
@NullMarked
package org.tongxing.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

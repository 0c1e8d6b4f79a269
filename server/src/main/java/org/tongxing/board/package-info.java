/** 供需对接: what children need and what people, organisations, contracts and programmes offer, until it has come [JB-54]. */
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {"child", "membership", "region", "visit", "volunteer", "wish"})
@NullMarked
package org.tongxing.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

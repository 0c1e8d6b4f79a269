/** How the system says no: named refusals become RFC 9457 problems in one place. */
@ApplicationModule(displayName = "Problem", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

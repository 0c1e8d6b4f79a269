/** Words that every module speaks: typed ids, scopes, division codes, clauses. No behaviour of its own. */
@ApplicationModule(displayName = "Kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

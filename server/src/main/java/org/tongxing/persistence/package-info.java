/** How rows are kept: the base of all mappers and the interceptors that refuse to lose an update. */
@ApplicationModule(displayName = "Persistence", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Divisions from the country down to the village, with the dates in which they hold. */
@ApplicationModule(displayName = "Region")
@NullMarked
package org.tongxing.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

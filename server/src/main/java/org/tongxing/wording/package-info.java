/** Wording that strangers may read: no label on a child, no name [GD-76]. */
@NullMarked
package org.tongxing.wording;

import org.jspecify.annotations.NullMarked;

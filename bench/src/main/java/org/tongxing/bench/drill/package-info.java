/** Drills: something breaks under a mixed load, and afterwards everything that was acknowledged is looked for. */
@NullMarked
package org.tongxing.bench.drill;

import org.jspecify.annotations.NullMarked;

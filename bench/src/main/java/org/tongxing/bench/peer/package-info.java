/** What we are measured against. */
@NullMarked
package org.tongxing.bench.peer;

import org.jspecify.annotations.NullMarked;

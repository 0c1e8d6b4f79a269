/** Load from many threads, and what came of it. */
@NullMarked
package org.tongxing.bench.load;

import org.jspecify.annotations.NullMarked;

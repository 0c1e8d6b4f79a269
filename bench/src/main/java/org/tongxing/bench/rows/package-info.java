/** One class for each row of the table. */
@NullMarked
package org.tongxing.bench.rows;

import org.jspecify.annotations.NullMarked;

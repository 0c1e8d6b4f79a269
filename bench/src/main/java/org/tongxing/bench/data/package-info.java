/** Fictional children, helpers and deeds of a county, city or province on the real division codes. */
@NullMarked
package org.tongxing.bench.data;

import org.jspecify.annotations.NullMarked;

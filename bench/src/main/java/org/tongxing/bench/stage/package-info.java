/** What is measured runs here: engines, instances of the server in processes of their own, and clients. */
@NullMarked
package org.tongxing.bench.stage;

import org.jspecify.annotations.NullMarked;

/** MariaDB and Redis as child processes of this JVM, from Maven artefacts. */
@NullMarked
package org.tongxing.sandbox.engine;

import org.jspecify.annotations.NullMarked;

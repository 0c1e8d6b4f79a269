/** A double of Aliyun OSS: one private bucket that checks signatures of version 4 and post policies as the real one does. */
@NullMarked
package org.tongxing.sandbox.oss;

import org.jspecify.annotations.NullMarked;

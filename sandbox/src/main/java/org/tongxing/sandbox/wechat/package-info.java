/** A simulator of the WeChat server API, with its own error codes. */
@NullMarked
package org.tongxing.sandbox.wechat;

import org.jspecify.annotations.NullMarked;

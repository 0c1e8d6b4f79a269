/** A gateway for text messages that sends none. */
@NullMarked
package org.tongxing.sandbox.sms;

import org.jspecify.annotations.NullMarked;

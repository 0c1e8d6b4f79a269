/** Gives a place that was entered a moment ago a past, so that journeys in a browser can look back. */
@NullMarked
package org.tongxing.sandbox.past;

import org.jspecify.annotations.NullMarked;

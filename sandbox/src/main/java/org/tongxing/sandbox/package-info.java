/** Stand-ins for the outside world: embedded engines, a simulated WeChat, sample data. Never in the production jar. */
@NullMarked
package org.tongxing.sandbox;

import org.jspecify.annotations.NullMarked;

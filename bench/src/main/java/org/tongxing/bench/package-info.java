/** Figures as ratios against limits and peers, and drills that end with a verdict; nothing of it is ever shipped. */
@NullMarked
package org.tongxing.bench;

import org.jspecify.annotations.NullMarked;

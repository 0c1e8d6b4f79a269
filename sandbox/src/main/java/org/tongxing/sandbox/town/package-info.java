/**
 * 样本镇: a fictional town with a year of history, so that the first screen of a fresh installation has something to show.
 * Thought up by code from a fixed seed and the day; enters as a workbook through the import, as SQL for what happened
 * before today, and through the API for everything else.
 */
@NullMarked
package org.tongxing.sandbox.town;

import org.jspecify.annotations.NullMarked;

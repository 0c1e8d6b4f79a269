/** Reading a roster as it is: cells to fields, fields to facts, and every row to a verdict. No database, no Spring. */
@NullMarked
package org.tongxing.roster.reading;

import org.jspecify.annotations.NullMarked;

/**
 * Spreadsheet files as they come, .xlsx, .xls and .csv, to cells: read as streams, in bounded memory, without a plain copy
 * on any disk. Knows nothing of rosters.
 */
@NullMarked
package org.tongxing.roster.sheet;

import org.jspecify.annotations.NullMarked;

package org.tongxing.roster;

import java.util.Set;

/** How far an import has come. */
public enum ImportState {
    /** Its rows are being read and judged; nobody is registered. */
    READING,
    /** A field is missing without which every row would be refused; somebody has to say which column it is. */
    MAPPING,
    /** Read; waits for somebody to look and accept. */
    PREVIEW,
    /** Being prepared by the chunk and then taken over, in one step. */
    ACCEPTING,
    ACCEPTED,
    FAILED,
    ABANDONED;

    /** The states a background job works on. */
    static final Set<ImportState> AT_WORK = Set.of(READING, ACCEPTING);
}

package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.List;
import org.tongxing.kernel.Scope;

/** A module that records deeds. It is asked once per list, however long the list is. */
public interface DeedSource {

    /** The deeds about the children of a scope on the days since {@code from}, in one query; the order does not matter. */
    List<Deed> since(Scope scope, LocalDate from);
}

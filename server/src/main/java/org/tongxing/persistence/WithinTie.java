package org.tongxing.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query on behalf of a phone. In place of a {@link org.tongxing.kernel.Scope} it is bounded by a parameter: the
 * account, or the adult, family or child of a tie that was proven before.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WithinTie {

    /** The parameter that bounds it. */
    String value();
}

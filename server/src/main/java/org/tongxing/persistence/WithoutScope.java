package org.tongxing.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query that reads what is kept about people and takes no {@link org.tongxing.kernel.Scope}, because it works on
 * nobody's behalf. The build refuses such a query without this mark; nothing it returns reaches a screen.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WithoutScope {

    /** Why it needs none. */
    String value();
}

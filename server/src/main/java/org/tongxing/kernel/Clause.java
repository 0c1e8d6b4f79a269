package org.tongxing.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which clause of a policy document a rule follows, or a test proves: {@code @Clause("JB-24")}. */
@Documented
@Repeatable(Clause.Clauses.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Clause {

    String value();

    /** Holds several clauses of one rule or test. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Clauses {

        Clause[] value();
    }
}

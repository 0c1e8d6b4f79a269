/** Which region follows which rule book, kept in the database, and the rule books as people read them. */
@ApplicationModule(
        displayName = "Rule book",
        allowedDependencies = {"policy", "region"})
@NullMarked
package org.tongxing.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 应做的事: what is owed to a child, by whom, by when; derived from deeds on every asking, never a stored flag. The modules
 * in which deeds are recorded hand them in through {@link org.tongxing.obligation.DeedSource}, so that they may ask in turn
 * what is owed.
 */
@ApplicationModule(
        displayName = "Obligation",
        allowedDependencies = {"account", "child", "policy", "pairing", "helper", "region"})
@NullMarked
package org.tongxing.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

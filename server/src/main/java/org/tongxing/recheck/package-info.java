/**
 * 动态复查: goes over everybody every night and on demand, and keeps the list of what has to be put right [JB-31, JB-33].
 * Apart from coverage, because its items have a memory: since when they stand, and until when somebody put them off.
 */
@ApplicationModule(
        displayName = "Recheck",
        allowedDependencies = {"child", "policy", "pairing", "helper", "coverage", "register", "region", "obligation"})
@NullMarked
package org.tongxing.recheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

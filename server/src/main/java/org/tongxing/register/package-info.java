/**
 * 台账报表: registers of children, the refresh of every March, the results of every quarter [JB-29, JB-32, JB-62, JB-63].
 * Guards that what leaves as a file is masked or has a purpose, and that what was submitted keeps its figures. Joins across
 * modules' tables are its job, as they are coverage's.
 */
@ApplicationModule(
        displayName = "Register",
        allowedDependencies = {"child", "policy", "pairing", "coverage", "region"})
@NullMarked
package org.tongxing.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

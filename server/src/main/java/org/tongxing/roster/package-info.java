/** 花名册: reads a township's workbook in the background, shows what it understood, and takes it over in one step. */
@ApplicationModule(
        displayName = "Roster",
        allowedDependencies = {"child", "helper", "region", "policy"})
@NullMarked
package org.tongxing.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

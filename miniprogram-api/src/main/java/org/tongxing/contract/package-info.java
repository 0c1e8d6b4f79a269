/**
 * The contract of the phone side: endpoint interfaces and records, implemented by the server and used by the tests as
 * their client. Only additive, because old clients stay on phones for weeks: {@code released/openapi.json} is what they
 * were built on, and the build compares.
 */
@ApplicationModule(displayName = "Contract", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

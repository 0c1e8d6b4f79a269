/** People who sign in to the console: accounts, roles, sessions, second factor. */
@ApplicationModule(displayName = "Account", allowedDependencies = "region")
@NullMarked
package org.tongxing.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

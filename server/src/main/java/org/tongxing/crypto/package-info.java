/** Seals personal values (SM4-GCM), fingerprints them for equality search (HMAC-SM3) and chains the audit (SM3). */
@ApplicationModule(displayName = "Crypto", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongxing.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.tongxing.safeguard;

import java.util.Objects;
import org.tongxing.crypto.Vault;

/**
 * Who reported, as it lies in the seal.
 *
 * @param relationEnded the tie had ended when the report came; in the seal too, because it would often tell who it was
 */
record SealedReporter(long account, boolean relationEnded) {

    private static final String PHONE = "phone:";
    private static final String ENDED = ":ended";

    static SealedReporter open(Vault vault, String sealed) {
        String who = Objects.requireNonNull(vault.open(sealed)).substring(PHONE.length());
        boolean ended = who.endsWith(ENDED);
        return new SealedReporter(Long.parseLong(ended ? who.substring(0, who.length() - ENDED.length()) : who), ended);
    }

    String seal(Vault vault) {
        return Objects.requireNonNull(vault.seal(PHONE + this.account + (this.relationEnded ? ENDED : "")));
    }
}
